package org.jiaogongti.platform.reminder;

import java.util.Optional;
import java.util.UUID;
import org.jiaogongti.platform.reminder.store.RuleStore;
import org.jiaogongti.platform.reminder.store.RuleStore.KeptHabit;
import org.jiaogongti.platform.reminder.store.RuleStore.SealedPair;
import org.jiaogongti.platform.seal.SealedColumn;
import org.jiaogongti.platform.seal.Seals;
import org.springframework.stereotype.Component;

/** What lies sealed: the mail server's password, robots' addresses and secrets, people's addresses. */
@Component
class Secrets {

    private static final SealedColumn MAIL = new SealedColumn("reminder.mail_server", "secret");
    private static final SealedColumn DOOR = new SealedColumn("reminder.robot", "address_secret");
    private static final SealedColumn ROBOT = new SealedColumn("reminder.robot", "secret");
    private static final SealedColumn ADDRESS = new SealedColumn("reminder.habit", "email");
    /** There is one mail server in a district. */
    private static final UUID ONLY = new UUID(0, 1);

    private final RuleStore rules;
    private final Seals seals;

    Secrets(RuleStore rules, Seals seals) {
        this.rules = rules;
        this.seals = seals;
    }

    byte[] mailPassword(String password) {
        return seals.seal(MAIL, ONLY, password);
    }

    /** Empty where there is none. */
    String mailPassword() {
        return rules.mailSecret().map(sealed -> seals.openText(MAIL, ONLY, sealed)).orElse("");
    }

    byte[] address(UUID account, String address) {
        return seals.seal(ADDRESS, account, address);
    }

    Optional<String> address(KeptHabit habit) {
        byte[] sealed = habit.address();
        return sealed == null ? Optional.empty() : Optional.of(seals.openText(ADDRESS, habit.account(), sealed));
    }

    SealedPair robot(UUID id, String url, String secret) {
        return new SealedPair(seals.seal(DOOR, id, url), secret.isEmpty() ? null : seals.seal(ROBOT, id, secret));
    }

    Optional<RobotOut.Door> door(UUID id) {
        return rules.robotSecrets(id).map(pair -> {
            byte[] secret = pair.second();
            return new RobotOut.Door(seals.openText(DOOR, id, pair.first()),
                    secret == null ? "" : seals.openText(ROBOT, id, secret));
        });
    }
}
