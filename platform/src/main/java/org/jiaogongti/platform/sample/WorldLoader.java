package org.jiaogongti.platform.sample;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.access.Districts;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.evidence.Received.Stored;
import org.jiaogongti.platform.obligation.Adoption;
import org.jiaogongti.platform.shell.Ids;
import org.jspecify.annotations.Nullable;
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
    private final RecordLoad records;
    private final EvidenceLoad evidence;
    private final DecisionLoad decisions;
    private final Grounds grounds;
    private volatile @Nullable FutureTask<Made> prepared;

    WorldLoader(OrganisationLoad organisation, PeopleLoad people, RecordLoad records, EvidenceLoad evidence,
            DecisionLoad decisions, Grounds grounds) {
        this.organisation = organisation;
        this.people = people;
        this.records = records;
        this.evidence = evidence;
        this.decisions = decisions;
        this.grounds = grounds;
    }

    /** What a district stands on before anything is recorded. */
    @Component
    record Grounds(Districts districts, Adoption adoption, GroupLoad groups, KindLoad kinds, AgendaLoad agenda,
            FilingLoad filings, LifeLoad lives, PurposeLoad purposes, AdviserLoad advisers, RollLoad rolls,
            FolderLoad folders, CreditLoad credits, WeakLoad weak, PairLoad pairs, GraduationLoad graduation,
            BurdenLoad burdens, InspectionLoad inspections, AccountLoad accounts, DisclosureLoad disclosures,
            AppraisalLoad appraisals, SpendingLoad spending, GoalLoad goals, RoundLoad rounds,
            ReminderLoad reminders, BinLoad bin,
            TransactionTemplate transaction) {}

    /** What is only thought of and drawn, without a database. */
    private record Made(SampleWorld world, List<byte[]> pictures) {

        static Made at(LocalDate businessDate) {
            return new Made(SampleWorld.at(businessDate), SamplePictures.all());
        }
    }

    /** The world is made up on another processor while the application starts; the result is the same. */
    @Override
    public void prepare(LocalDate businessDate) {
        FutureTask<Made> making = new FutureTask<>(() -> Made.at(businessDate));
        Thread.ofPlatform().daemon().name("sample-world").start(making);
        prepared = making;
    }

    private Made made(LocalDate businessDate) {
        FutureTask<Made> making = prepared;
        prepared = null;
        if (making == null) {
            return Made.at(businessDate);
        }
        try {
            return making.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the sample world cannot be made up", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the sample world was made up", e);
        }
    }

    @Override
    public void load(LocalDate businessDate, Consumer<String> says) {
        Made made = made(businessDate);
        SampleWorld world = made.world();
        says.accept("示例数据 " + world.date() + "：28 所学校，" + world.people().size() + " 人，" + world.occasions().size()
                + " 条记录 · loading the sample world");
        District district = new District(world.district().code());
        Scope.run(district, () -> Ids.seeded(SEED, businessDate.atStartOfDay().toInstant(ZoneOffset.UTC), () -> {
            List<Stored> pictures = evidence.receive(made.pictures());
            grounds.transaction().executeWithoutResult(_ -> load(world, district, pictures));
        }));
    }

    private void load(SampleWorld world, District district, List<Stored> pictures) {
        SampleKeys keys = new SampleKeys(world);
        grounds.districts().add(district, world.district().name());
        organisation.load(world, keys);
        people.load(world, keys);
        grounds.groups().load(world, keys);
        people.open(world, keys);
        grounds.adoption().adopt(CHARTER, null);
        people.place(world, keys);
        evidence.load(world, keys, pictures);
        records.load(world, keys);
        grounds.kinds().load(world, keys);
        grounds.agenda().load(world, keys);
        grounds.filings().load(world, keys);
        grounds.lives().load(world, keys);
        decisions.load(world, keys);
        grounds.advisers().load(world, keys);
        grounds.rolls().load(world, keys);
        grounds.weak().load(world, keys);
        grounds.pairs().load(world, keys);
        grounds.graduation().load(world, keys);
        organisation.except(world);
        grounds.purposes().load(world, keys);
        grounds.folders().load(world, keys);
        grounds.credits().load(world, keys);
        grounds.burdens().load(world, keys);
        grounds.inspections().load(world, keys);
        grounds.accounts().load(world, keys);
        grounds.disclosures().load(world, keys);
        grounds.appraisals().load(world, keys);
        grounds.disclosures().result(keys);
        grounds.spending().load(world, keys, pictures);
        grounds.goals().load(world, keys);
        grounds.rounds().load(world, keys);
        grounds.reminders().load(world, keys);
        grounds.bin().load(world, keys, district, pictures.getFirst());
    }
}
