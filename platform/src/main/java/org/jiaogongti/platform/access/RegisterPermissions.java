package org.jiaogongti.platform.access;

import static org.jiaogongti.platform.access.Permissions.ADVISED;
import static org.jiaogongti.platform.access.Permissions.KEEPING;
import static org.jiaogongti.platform.access.Permissions.REGISTERS;
import static org.jiaogongti.platform.access.Permissions.WORKING;
import static org.jiaogongti.platform.access.Permissions.only;
import static org.jiaogongti.platform.access.Role.BUREAU_ADMIN;
import static org.jiaogongti.platform.access.Role.PRINCIPAL;
import static org.jiaogongti.platform.access.Role.SCHOOL_CLERK;

import java.util.List;
import org.jiaogongti.platform.access.Permissions.Row;

/** The rows of {@code register}. */
final class RegisterPermissions {

    private RegisterPermissions() {}

    static List<Row> rows() {
        return List.of(
                // a community reads its own; what is on the list is the bureau's, what is done about it the schools'
                only("GET", "/registers/weak", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("GET", "/registers/weak/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, ADVISED)
                        .asking(Proof.ANEW),
                only("GET", "/registers/weak/new", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/registers/weak", ScopeRule.DISTRICT, BUREAU_ADMIN).asking(Proof.BY_HAND),
                only("GET", "/registers/weak/{school}/{subject}/{from}", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("POST", "/registers/weak/{school}/{subject}/{from}/ground", ScopeRule.DISTRICT, BUREAU_ADMIN),
                only("POST", "/registers/weak/{school}/{subject}/{from}/measures", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/weak/{school}/{subject}/{from}/measures/{measure}/steps",
                        ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/weak/{school}/{subject}/{from}/reviews", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/weak/{school}/{subject}/{from}/work", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/weak/{school}/{subject}/{from}/closing", ScopeRule.DISTRICT, BUREAU_ADMIN)
                        .asking(Proof.BY_HAND),
                only("POST", "/registers/weak/{school}/{subject}/{from}/closing/withdrawal", ScopeRule.DISTRICT,
                        BUREAU_ADMIN).asking(Proof.BY_HAND),
                // pairs are kept by the offices of both schools and the bureau's administrator
                only("GET", "/registers/pairs", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("GET", "/registers/pairs/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, ADVISED)
                        .asking(Proof.ANEW),
                only("GET", "/registers/pairs/new", ScopeRule.OWN_COMMUNITY, KEEPING),
                only("POST", "/registers/pairs", ScopeRule.OWN_COMMUNITY, KEEPING),
                only("GET", "/registers/pairs/{id}", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("POST", "/registers/pairs/{id}/plan", ScopeRule.OWN_SCHOOL, KEEPING),
                only("POST", "/registers/pairs/{id}/plan/{lesson}/withdrawal", ScopeRule.OWN_SCHOOL, KEEPING),
                only("POST", "/registers/pairs/{id}/end", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                only("POST", "/registers/pairs/{id}/resumption", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                only("POST", "/registers/pairs/{id}/withdrawal", ScopeRule.OWN_SCHOOL, KEEPING).asking(Proof.BY_HAND),
                // the graduation year; the lead school requires, member schools answer, those who work on it plan
                only("GET", "/registers/graduation", ScopeRule.OWN_COMMUNITY, REGISTERS),
                only("GET", "/registers/graduation/export.{format:xlsx|csv}", ScopeRule.OWN_COMMUNITY, ADVISED)
                        .asking(Proof.ANEW),
                only("POST", "/registers/graduation/{community}/requirements", ScopeRule.OWN_COMMUNITY, PRINCIPAL,
                        SCHOOL_CLERK),
                only("POST", "/registers/graduation/requirements/{requirement}/steps", ScopeRule.OWN_COMMUNITY,
                        PRINCIPAL, SCHOOL_CLERK).asking(Proof.BY_HAND),
                only("POST", "/registers/graduation/{community}/weeks", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/graduation/weeks/{revision}/withdrawal", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/graduation/{community}/sheets", ScopeRule.OWN_COMMUNITY, WORKING),
                only("POST", "/registers/graduation/sheets/{sheet}/steps", ScopeRule.OWN_COMMUNITY, WORKING));
    }
}
