package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.jiaogongti.platform.access.model.Passwords;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everybody signs in at once: a few are hashed at a time, the others wait without anything that the pages need. */
@EmptyPlatformTest
class StormTest {

    /** More than there are database connections in a test. */
    private static final int STORM = 12;

    private final FoundedDistrict founded;
    private final Passwords passwords;

    StormTest(Districts districts, Founding founding, Accounts accounts, Passwords passwords,
            PlatformTransactionManager transactions) {
        this.founded = new FoundedDistrict(districts, founding, accounts, new TransactionTemplate(transactions));
        this.passwords = passwords;
    }

    @Test
    void aStormOfSignInsWaitsForAPlaceAndStarvesNoPage(Visitor visitor) throws Exception {
        founded.ensure();
        String login = "storm-" + UUID.randomUUID();
        founded.account(FoundedDistrict.DISTRICT, login, Posting.inDistrict(Role.INSPECTOR));
        FoundedDistrict.signIn(visitor, login, FoundedDistrict.DISTRICT);
        CountDownLatch calm = new CountDownLatch(1);
        List<Future<Boolean>> busy = new ArrayList<>();
        List<Future<Page>> storm = new ArrayList<>();
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            try {
                for (int i = 0; i < Passwords.places(); i++) {
                    busy.add(people.submit(() -> passwords.inPlace(() -> awaited(calm))));
                }
                for (int i = 0; i < STORM; i++) {
                    storm.add(people.submit(() -> {
                        Visitor person = visitor.another();
                        return person.submit(person.get("/sign-in"), "form[action=/sign-in]",
                                Map.of("login", "nobody-" + UUID.randomUUID(), "password", "是谁都不是的密码",
                                        "district", FoundedDistrict.DISTRICT.code()));
                    }));
                }
                while (passwords.waiting() + answered(storm) < STORM) {
                    LockSupport.parkNanos(10_000_000);
                }
                assertThat(visitor.get("/me").status()).isEqualTo(200);
                assertThat(visitor.get("/board").status()).isEqualTo(200);
                for (Future<Page> each : storm) {
                    assertThat(!each.isDone() || each.get().status() == 503).as("none is hashed without a place")
                            .isTrue();
                }
            } finally {
                calm.countDown();
            }
            for (Future<Boolean> each : busy) {
                assertThat(each.get()).isTrue();
            }
            for (Future<Page> each : storm) {
                assertThat(each.get().status()).isIn(401, 503);
            }
        }
        assertThat(passwords.waiting()).isZero();
    }

    private static int answered(List<Future<Page>> storm) {
        return (int) storm.stream().filter(Future::isDone).count();
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
