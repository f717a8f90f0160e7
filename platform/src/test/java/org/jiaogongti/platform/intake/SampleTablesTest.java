package org.jiaogongti.platform.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.Test;

/** The sample world's own tables: what is given out comes in again without a change, and only for those who may. */
@PlatformTest
class SampleTablesTest {

    private final List<SheetKind> kinds;

    SampleTablesTest(List<SheetKind> kinds) {
        this.kinds = kinds;
    }

    private static Visitor signedIn(Visitor visitor, String role) {
        Page door = visitor.get("/sign-in");
        String account = door.html().select("button[name=account]:contains(" + role + ")").val();
        assertThat(visitor.submit(door, "form[action=/sign-in/sample]", Map.of("account", account)).status())
                .isEqualTo(303);
        return visitor;
    }

    @Test
    void everyTableOfTheSampleWorldComesInAgainWithoutAChange(Visitor visitor) {
        signedIn(visitor, "局管理员");
        for (SheetKind kind : kinds) {
            Page file = visitor.get("/tables/" + kind.code() + "/rows.csv");
            assertThat(file.status()).as(kind.code()).isEqualTo(200);
            assertThat(file.text().lines().count()).as(kind.code()).isGreaterThan(1);
            Page upload = visitor.follow(new Multipart(visitor).send(kind.code(), kind.code() + ".csv", file.bytes()));
            assertThat(upload.status()).as(kind.code() + upload.text()).isEqualTo(200);
            assertThat(upload.html().select("td .st.late, td .st.done, td .st.going")).as(kind.code() + upload.text())
                    .isEmpty();
        }
    }

    @Test
    void onlyTheBureauAdministratorFillsTables(Visitor visitor) {
        signedIn(visitor, "局职员");
        assertThat(visitor.get("/tables").status()).isIn(403, 404);
        assertThat(visitor.get("/tables/people/rows.csv").status()).isIn(403, 404);
    }
}
