package org.jiaogongti.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jiaogongti.platform.testing.EmptyPlatformTest;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The first visit to an empty installation, its end, and the accounts an administrator makes from there. */
@EmptyPlatformTest
class FirstVisitTest {

    private final FoundedDistrict founded;

    FirstVisitTest(Districts districts, Founding founding, Accounts accounts, PlatformTransactionManager transactions) {
        this.founded = new FoundedDistrict(districts, founding, accounts, new TransactionTemplate(transactions));
    }

    @Test
    void theFirstVisitorSetsUpTheDistrictAndNobodyAfterThat(Visitor visitor) {
        founded.ensureThroughPages(visitor);
        assertThat(visitor.get("/start").status()).isIn(303, 404);
        Page begun = visitor.post("/start", Map.of("code", "330212"));
        assertThat(begun.status()).isEqualTo(403);
    }

    @Test
    void theAdministratorSignsInByPassword(Visitor visitor) {
        founded.ensureThroughPages(visitor);
        Page form = visitor.get("/sign-in");
        assertThat(form.html().select("form[action=/sign-in/sample]")).isEmpty();
        Page answer = FoundedDistrict.signInWithCode(visitor, FoundedDistrict.LOGIN, FoundedDistrict.DISTRICT);
        Page home = visitor.follow(answer);
        assertThat(home.status()).isEqualTo(200);
        assertThat(visitor.get("/accounts").status()).isEqualTo(200);
    }
}
