package org.jiaogongti.platform.access;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of another district that the sweep of foreign ids needs and the sample world has none of. */
final class SweptRows {

    private SweptRows() {}

    /** In the caller's transaction, which is the other district's. */
    static void insert(JdbcClient jdbc, District district, UUID account) {
        jdbc.sql("""
                INSERT INTO access.passkey (district, id, account_id, name, host, credential_id, key, sign_count,
                                            synced, made_at)
                VALUES (:district, gen_random_uuid(), :account, 'swept', 'localhost', :credential, :credential, 0,
                        false, now())
                """).param("district", district.code()).param("account", account)
                .param("credential", new byte[32]).update();
        jdbc.sql("""
                INSERT INTO access.device (district, id, account_id, kind, remembered_at, expires_at)
                VALUES (:district, gen_random_uuid(), :account, 'OTHER', now(), now() + interval '30 days')
                """).param("district", district.code()).param("account", account).update();
        jdbc.sql(
                """
                        INSERT INTO access.delegation (district, id, absent, deputy, role, first_day, last_day, made_at, made_by)
                        SELECT :district, gen_random_uuid(), :account, id, 'TECHNICIAN', '2024-09-01', '2024-09-02', now(), :account
                        FROM access.account WHERE id <> :account LIMIT 1
                        """)
                .param("district", district.code()).param("account", account).update();
        jdbc.sql("""
                WITH receiver AS (
                    INSERT INTO api.webhook (id, name, url, topics, secret, made_by, made_at, seen)
                    VALUES (gen_random_uuid(), 'swept', 'https://example.org/', '{CHARTER}',
                        '\\x0101'::bytea || decode(repeat('00', 40), 'hex'), :account, now(), 0) RETURNING id)
                INSERT INTO api.delivery (webhook, line, id, body, made_at)
                SELECT id, 1, gen_random_uuid(), 'swept', now() FROM receiver
                """).param("account", account).update();
        jdbc.sql("""
                INSERT INTO agenda.feed (id, account, token_hash, subject, made_at)
                VALUES (gen_random_uuid(), :account, sha256('swept'), '', now())
                """).param("account", account).update();
        jdbc.sql("""
                WITH robot AS (
                    INSERT INTO reminder.robot (id, name, kind, address_secret, tells_at, made_by, made_at)
                    VALUES (gen_random_uuid(), 'swept', 'WECOM',
                        '\\x0101'::bytea || decode(repeat('00', 40), 'hex'), '08:30', :account, now()) RETURNING id)
                INSERT INTO reminder.delivery (id, way, target, day, made_at, outcome, detail)
                SELECT gen_random_uuid(), 'ROBOT', id, '2024-11-20', now(), 'SILENT', 'swept' FROM robot
                """).param("account", account).update();
        jdbc.sql(
                """
                        INSERT INTO disclosure.request (id, number, wanted, way, asked_on, due, kind, answered_by, answered_name,
                                                        answered_on, erased_on)
                        VALUES (gen_random_uuid(), 'swept', '', 'HERE', '2024-01-02', '2024-01-30', 'PUBLIC', :account, 'swept',
                                '2024-01-03', '2024-11-01')
                        """)
                .param("account", account).update();
        jdbc.sql("""
                INSERT INTO intake.upload (id, kind, file_name, sheet, headings, mapping, sent_by, sent_at)
                VALUES (gen_random_uuid(), 'swept', '', '', '{}', '{}', :account, now())
                """).param("account", account).update();
        jdbc.sql(
                """
                        INSERT INTO access.api_token (district, id, account_id, name, token_hash, may_write, made_at, expires_at)
                        VALUES (:district, gen_random_uuid(), :account, 'swept', sha256('swept'), false, now(),
                                now() + interval '1 day')
                        """)
                .param("district", district.code()).param("account", account).update();
        jdbc.sql(
                """
                        INSERT INTO obligation.amendment (id, subject, number, from_day, document, decided_by, proposed_by, proposed_at)
                        VALUES (gen_random_uuid(), 'q01', 3, '2025-02-01', 'swept', '示例局长', :account, now())
                        """)
                .param("account", account).update();
        jdbc.sql("""
                INSERT INTO school.calendar_change (id, actor, actor_name, on_day, at, how, reason)
                VALUES (gen_random_uuid(), :account, 'swept', '2000-01-01', '2000-01-01', 'PAGE', 'swept')
                """).param("account", account).update();
        jdbc.sql(
                """
                        INSERT INTO community.coverage_exception (id, school, allows, from_day, reason, document, decided_by,
                                                                  decided_on, recorded_by, recorded_at)
                        SELECT gen_random_uuid(), id, 'NONE', '2025-02-01', 'swept', 'swept', '示例局长', '2024-11-01', :account, now()
                        FROM school.school ORDER BY id LIMIT 1
                        """)
                .param("account", account).update();
    }
}
