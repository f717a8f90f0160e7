package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.obligation.Adoption;
import org.jiaogongti.platform.shell.Ids;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the whole sample world into an empty database, through the modules' own facades, in one transaction. */
@Component
final class WorldLoader implements SampleLoader {

    private static final String CHARTER = "fenghua-2019";

    /** Ids that the modules make themselves follow from this number. */
    private static final long SEED = 20_190_911L;

    private final OrganisationLoad organisation;
    private final PeopleLoad people;
    private final DecisionLoad decisions;
    private final RecordLoad records;
    private final Adoption adoption;
    private final TransactionTemplate transaction;

    WorldLoader(OrganisationLoad organisation, PeopleLoad people, DecisionLoad decisions, RecordLoad records,
            Adoption adoption,
            TransactionTemplate transaction) {
        this.organisation = organisation;
        this.people = people;
        this.decisions = decisions;
        this.records = records;
        this.adoption = adoption;
        this.transaction = transaction;
    }

    @Override
    public void load(LocalDate businessDate, Consumer<String> says) {
        SampleWorld world = SampleWorld.at(businessDate);
        District district = new District(world.district().code());
        Scope.run(district, () -> Ids.seeded(SEED, businessDate.atStartOfDay().toInstant(ZoneOffset.UTC),
                () -> transaction.executeWithoutResult(_ -> load(world, says))));
    }

    private void load(SampleWorld world, Consumer<String> says) {
        says.accept("示例数据 " + world.date() + "：28 所学校，" + world.people().size() + " 人，" + world.occasions().size()
                + " 条记录 · loading the sample world");
        SampleKeys keys = new SampleKeys(world);
        organisation.load(world, keys);
        people.load(world, keys);
        adoption.adopt(CHARTER, null);
        people.place(world, keys);
        records.load(world, keys);
        decisions.load(world, keys);
    }
}
