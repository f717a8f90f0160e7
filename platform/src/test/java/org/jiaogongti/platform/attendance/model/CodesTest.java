package org.jiaogongti.platform.attendance.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.access.District;
import org.jiaogongti.platform.attendance.model.Ticket.Kind;
import org.junit.jupiter.api.Test;

/** Codes and tickets: what holds, how long, and for whom. */
final class CodesTest {

    /** The secret of RFC 6238, appendix B, for SHA-256. */
    private static final Codes RFC = new Codes("12345678901234567890123456789012".getBytes(StandardCharsets.US_ASCII));
    private static final Instant NINE = Instant.parse("2024-11-20T01:00:00Z");
    private static final District DISTRICT = new District("330213");
    private static final UUID OCCASION = UUID.fromString("0193469a-0000-7000-8000-0000000000aa");

    /** The table's eight digits without the first two; its steps are its times by thirty seconds. */
    @Test
    void digitsAreThoseOfTheStandard() {
        assertThat(RFC.pin(1)).isEqualTo("119246");
        assertThat(RFC.pin(37_037_036)).isEqualTo("084774");
        assertThat(RFC.pin(37_037_037)).isEqualTo("062674");
        assertThat(RFC.pin(41_152_263)).isEqualTo("819424");
        assertThat(RFC.pin(66_666_666)).isEqualTo("698825");
    }

    @Test
    void digitsHoldForTheirTenMinutesAndTheNextTen() {
        long step = Codes.pinStep(NINE);
        assertThat(Codes.pinStart(step)).isEqualTo(NINE);
        String digits = RFC.pin(step);
        assertThat(RFC.pinNow(digits, NINE)).hasValue(step);
        assertThat(RFC.pinNow(digits, NINE.plusSeconds(1199))).hasValue(step);
        assertThat(RFC.pinNow(digits, NINE.plusSeconds(1200))).isEmpty();
        assertThat(RFC.pinNow(digits, NINE.minusSeconds(600))).as("a screen ahead of the server").hasValue(step);
        assertThat(RFC.pinNow(digits, NINE.minusSeconds(601))).isEmpty();
        assertThat(RFC.pinNow("", NINE)).isEmpty();
    }

    @Test
    void scannedCodeHoldsForAMinuteAndAHalf() {
        long step = Codes.scanStep(NINE);
        assertThat(Codes.scannedNow(step, NINE)).isTrue();
        assertThat(Codes.scannedNow(step, NINE.plusSeconds(119))).isTrue();
        assertThat(Codes.scannedNow(step, NINE.plusSeconds(120))).isFalse();
        assertThat(Codes.scannedNow(step, NINE.minusSeconds(30))).isTrue();
        assertThat(Codes.scannedNow(step, NINE.minusSeconds(31))).isFalse();
    }

    /** Opened at nine, closed at eleven: a phone's clock may be hours off, the digits say when it was. */
    @Test
    void keptDigitsAreFoundByTheirTimeAndNotByThePhonesClock() {
        Instant eleven = NINE.plusSeconds(7200);
        long shown = Codes.pinStep(NINE.plusSeconds(3000));
        for (int hours = -5; hours <= 5; hours++) {
            Instant claimed = Codes.pinStart(shown).plusSeconds(hours * 3600L);
            assertThat(RFC.pinThen(RFC.pin(shown), claimed, NINE, eleven)).as(hours + " h off").hasValue(shown);
        }
        assertThat(RFC.pinThen(RFC.pin(shown), NINE.plusSeconds(9 * 3600), NINE, eleven)).as("too far off").isEmpty();
        assertThat(RFC.pinThen(RFC.pin(Codes.pinStep(NINE) - 1), NINE, NINE, eleven)).as("before it opened").isEmpty();
        assertThat(RFC.pinThen(RFC.pin(Codes.pinStep(eleven) + 1), eleven, NINE, eleven)).as("after it closed")
                .isEmpty();
    }

    @Test
    void secretsAreNeverTheSame() {
        Set<String> pins = new HashSet<>();
        for (int each = 0; each < 50; each++) {
            pins.add(new Codes(Codes.newSecret()).mark("x"));
        }
        assertThat(pins).hasSize(50);
    }

    @Test
    void ticketIsReadAsItWasWrittenAndHoldsForItsPhoneOnly() {
        UUID person = UUID.fromString("0193469a-0000-7000-bfff-ffffffffffff");
        for (Kind kind : Kind.values()) {
            Ticket ticket = Ticket.make(RFC, DISTRICT, OCCASION, kind, 28_876_620, kind == Kind.APART ? person : null,
                    "phone");
            Ticket read = Ticket.read(ticket.text()).orElseThrow();
            assertThat(read).isEqualTo(ticket);
            assertThat(read.holds(RFC, "phone")).isTrue();
            assertThat(read.holds(RFC, "other")).isFalse();
            assertThat(read.holds(new Codes(Codes.newSecret()), "phone")).isFalse();
        }
    }

    /** Any other letter at any place: it is no ticket, or it does not hold, or it says the very same. */
    @Test
    void ticketThatWasChangedDoesNotHold() {
        Ticket ticket = Ticket.make(RFC, DISTRICT, OCCASION, Kind.SCAN, 28_876_620, null, "phone");
        String text = ticket.text();
        for (int at = 0; at < text.length(); at++) {
            for (char letter : "0Aaz9_.p".toCharArray()) {
                String changed = text.substring(0, at) + letter + text.substring(at + 1);
                Optional<Ticket> read = Ticket.read(changed);
                if (!changed.equals(text) && read.isPresent() && read.get().holds(RFC, "phone")) {
                    assertThat(read.get()).as(changed).isEqualTo(ticket);
                }
            }
        }
        assertThat(Ticket.read("")).isEmpty();
        assertThat(Ticket.read(text + "x")).isEmpty();
    }

    @Test
    void ticketLeavesTwentyMinutesToFindAName() {
        Ticket ticket = Ticket.make(RFC, DISTRICT, OCCASION, Kind.PIN, Ticket.minute(NINE), null, "");
        assertThat(ticket.inTime(NINE)).isTrue();
        assertThat(ticket.inTime(NINE.plusSeconds(20 * 60 + 59))).isTrue();
        assertThat(ticket.inTime(NINE.plusSeconds(21 * 60))).isFalse();
        assertThat(ticket.inTime(NINE.minusSeconds(60))).isFalse();
    }
}
