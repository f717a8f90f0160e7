package org.jiaogongti.platform.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jiaogongti.platform.access.model.Passwords;
import org.jiaogongti.platform.access.store.DistrictStore;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The first visit to an empty installation: district, charter and administrator come into being together, once. */
@Service
public class Founding {

    private final Districts districts;
    private final DistrictStore store;
    private final Accounts accounts;
    private final Passwords passwords;
    private final ObjectProvider<CharterShelf> shelf;
    private final TransactionTemplate transaction;

    Founding(Districts districts, DistrictStore store, Accounts accounts, Passwords passwords,
            ObjectProvider<CharterShelf> shelf, PlatformTransactionManager transactions) {
        this.districts = districts;
        this.store = store;
        this.accounts = accounts;
        this.passwords = passwords;
        this.shelf = shelf;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * What the first visitor says.
     *
     * @param charter id of an offered charter; empty when none is offered, or there is an own one
     * @param own the district's own charter, or null where it takes an offered one
     */
    public record Beginning(District district, String districtName, String charter, CharterShelf.@Nullable Own own,
            String login, String name, String password) {}

    /** Whether nobody has been here yet. */
    public boolean open() {
        return !districts.any();
    }

    public List<CharterShelf.Offer> charters() {
        CharterShelf charters = shelf.getIfAvailable();
        return charters == null ? List.of() : charters.offers();
    }

    /** What is wrong with an own charter file, line by line; empty where nothing is. */
    public Optional<String> wrong(CharterShelf.Own own) {
        CharterShelf charters = shelf.getIfAvailable();
        return charters == null ? Optional.empty() : charters.wrong(own);
    }

    private static void adopt(CharterShelf charters, Actor by, Beginning beginning) {
        CharterShelf.Own own = beginning.own();
        if (own == null) {
            charters.adopt(by, beginning.charter());
        } else {
            charters.adopt(by, own);
        }
    }

    /** Empty when done, else the message key of the reason. */
    public Optional<String> begin(Beginning beginning) {
        Optional<String> problem = passwords.problem(beginning.password(), beginning.login());
        if (problem.isPresent()) {
            return problem;
        }
        List<CharterShelf.Offer> offers = charters();
        if (beginning.own() == null && !offers.isEmpty()
                && offers.stream().noneMatch(offer -> offer.id().equals(beginning.charter()))) {
            return Optional.of("access.start.charter.missing");
        }
        return Scope.call(beginning.district(), () -> transaction.execute(status -> {
            store.lockFounding();
            if (!store.all().isEmpty()) {
                return Optional.of("access.start.taken");
            }
            Optional<String> refused = inside(beginning);
            if (refused.isPresent()) {
                status.setRollbackOnly();
            }
            return refused;
        }));
    }

    private Optional<String> inside(Beginning beginning) {
        districts.add(beginning.district(), beginning.districtName());
        NewAccount administrator = new NewAccount(beginning.login(), beginning.name(), null, beginning.password(), null,
                Set.of(Posting.inDistrict(Role.BUREAU_ADMIN)));
        return switch (accounts.create(Actor.system(), administrator)) {
            case Accounts.Change.Refused refused -> Optional.of(refused.key());
            case Accounts.Change.Done done -> {
                Actor by = new Actor(done.account(), null, beginning.name(), administrator.roles());
                shelf.ifAvailable(charters -> adopt(charters, by, beginning));
                yield Optional.empty();
            }
            case Accounts.Change.Linked linked -> throw new IllegalStateException("a new account got a link");
            case Accounts.Change.Absent absent -> throw new IllegalStateException("a new account is absent");
        };
    }
}
