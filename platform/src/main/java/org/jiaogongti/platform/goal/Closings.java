package org.jiaogongti.platform.goal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jiaogongti.charter.Charter;
import org.jiaogongti.charter.calendar.Round;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.goal.Closing.State;
import org.jiaogongti.platform.goal.GoalBoards.InRound;
import org.jiaogongti.platform.goal.model.Reach;
import org.jiaogongti.platform.goal.store.ClosingStore;
import org.jiaogongti.platform.shell.Absent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 轮末: from the first day of a round's appraisal its goals are put against their targets, proposed by one person and signed by
 * another. What was signed stays; a correction is the next version beside it.
 */
@Service
public class Closings {

    private static final String KIND = "closing";
    private static final String ROUND = "round";

    private final ClosingStore store;
    private final GoalBoards boards;
    private final GoalGround ground;
    private final WholeRound whole;

    Closings(ClosingStore store, GoalBoards boards, GoalGround ground, WholeRound whole) {
        this.store = store;
        this.boards = boards;
        this.ground = ground;
        this.whole = whole;
    }

    /**
     * A round's close.
     *
     * @param all what was proposed for it, the newest first
     * @param chosen the version that is shown; null for the preview
     * @param lines of the version, or of today
     * @param moved whether the figures of today are others than those that wait to be signed
     * @param proposes whether somebody may propose one now
     * @param own whether somebody proposed what waits, or acts for who did
     */
    public record Shown(InRound in, List<Closing> all, @Nullable Closing chosen, List<ClosingLine> lines, String issuer,
            boolean open, boolean moved, boolean proposes, boolean decides, boolean own) {

        public Optional<Closing> waiting() {
            return all.stream().filter(each -> each.state() == State.PROPOSED).findFirst();
        }

        public List<Closing> signed() {
            return all.stream().filter(each -> each.state() == State.CONFIRMED).toList();
        }
    }

    /** Whether a round was closed. */
    @Transactional(readOnly = true)
    public boolean signed(String round) {
        return store.ofRound(round).stream().anyMatch(each -> each.state() == State.CONFIRMED);
    }

    /**
     * A round's close as far as somebody may see it.
     *
     * @param version which version; null for what waits, else the last signed one, else the preview
     * @throws Absent where there is no such round or version
     */
    @Transactional(readOnly = true)
    public Shown show(Actor actor, int round, @Nullable Integer version) {
        GoalBoards.Shown shown = boards.show(actor, round).orElseThrow(() -> new Absent(ROUND, round));
        List<Closing> all = store.ofRound(shown.in().round().name()).stream()
                .filter(each -> each.state() == State.CONFIRMED || shown.enters() || shown.decides()).toList();
        Closing chosen = chosen(all, version);
        if (version != null && chosen == null) {
            throw new Absent(KIND, version);
        }
        List<ClosingLine> lines = chosen == null
                ? ClosingLine.of(shown.lines())
                : store.lines(chosen.id()).stream().filter(line -> reads(shown.places(), line)).toList();
        Optional<Closing> waiting = all.stream().filter(each -> each.state() == State.PROPOSED).findFirst();
        boolean open = !ground.today().isBefore(shown.in().closesFrom());
        return new Shown(shown.in(), all, chosen, lines, shown.inForce().charter().notice().issuer(), open,
                waiting.filter(each -> !each.sha256().equals(hash(whole.lines(shown.inForce().charter(),
                        shown.in().round())))).isPresent(),
                shown.enters() && open && waiting.isEmpty(), shown.decides(),
                waiting.filter(each -> actor.actsFor(each.proposed().account())).isPresent());
    }

    /** How a round's close stands, for whoever builds on it: what was signed last, else what waits; empty before that. */
    @Transactional(readOnly = true)
    public Optional<Closing> of(String round) {
        List<Closing> all = store.ofRound(round);
        return all.stream().filter(each -> each.state() == State.CONFIRMED).findFirst()
                .or(() -> all.stream().filter(each -> each.state() == State.PROPOSED).findFirst());
    }

    private static @Nullable Closing chosen(List<Closing> all, @Nullable Integer version) {
        if (version != null) {
            return all.stream().filter(each -> version.equals(each.version())).findFirst().orElse(null);
        }
        return all.stream().filter(each -> each.state() == State.PROPOSED).findFirst()
                .or(() -> all.stream().filter(each -> each.state() == State.CONFIRMED).findFirst()).orElse(null);
    }

    private static boolean reads(List<Place> places, ClosingLine line) {
        Place about = line.about().place();
        return places.stream().anyMatch(place -> place.whose() == about.whose()
                && Objects.equals(place.id(), about.id()));
    }

    static String hash(List<ClosingLine> lines) {
        String text = lines.stream().map(ClosingLine::canonical).collect(Collectors.joining("\n"));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this Java has no SHA-256\nUse a whole one.", missing);
        }
    }

    /** Freezes the figures of today for a second person to sign. Pressed twice it is proposed once. */
    @Transactional
    public Entered propose(Actor actor, int number, String words) {
        Charter charter = ground.charter().orElseThrow(() -> new Absent(ROUND, number));
        if (number < 1 || number > charter.rounds().size() || !Reach.enters(actor)) {
            throw new Absent(ROUND, number);
        }
        Round round = charter.rounds().get(number - 1);
        List<Closing> all = store.hold(round.name());
        LocalDate from = GoalBoards.closesFrom(charter, round);
        if (ground.today().isBefore(from)) {
            return Entered.no("goal.close.refused.early", from.toString());
        }
        if (all.stream().anyMatch(each -> each.state() == State.PROPOSED)) {
            return Entered.no("goal.close.refused.waiting");
        }
        boolean signed = all.stream().anyMatch(each -> each.state() == State.CONFIRMED);
        if ((signed && words.isBlank()) || words.length() > Closing.LONGEST) {
            return Entered.no("goal.close.refused.words", Closing.LONGEST);
        }
        List<ClosingLine> lines = whole.lines(charter, round);
        String hash = hash(lines);
        if (all.stream().filter(each -> each.state() == State.CONFIRMED).findFirst()
                .filter(each -> each.sha256().equals(hash)).isPresent()) {
            return Entered.no("goal.close.refused.same");
        }
        UUID id = ground.ids().next();
        if (!store.add(new Closing(id, round.name(), State.PROPOSED, null, ground.today(), words, hash,
                ground.by(actor), null, ""), lines)) {
            return Entered.no("goal.close.refused.waiting");
        }
        ground.journal().write(actor, "RoundCloseProposed", KIND, id, Map.of("round", round.name(), "sha256", hash));
        return new Entered.Done(id);
    }

    /**
     * Signs what waits, or turns it down.
     *
     * @param id what whoever decides has seen
     */
    @Transactional
    public Entered decide(Actor actor, int number, UUID id, boolean sign, String reason) {
        Closing waiting = waiting(number, id);
        if (!Reach.decides(actor)) {
            throw new Absent(KIND, id);
        }
        if (waiting.state() != State.PROPOSED) {
            return Entered.no("goal.close.refused.decided");
        }
        if (actor.actsFor(waiting.proposed().account())) {
            return Entered.no("goal.close.refused.own");
        }
        if ((!sign && reason.isBlank()) || reason.length() > Closing.LONGEST) {
            return Entered.no("goal.close.refused.reason", Closing.LONGEST);
        }
        int version = 1 + store.ofRound(waiting.round()).stream().map(Closing::version).filter(Objects::nonNull)
                .mapToInt(Integer::intValue).max().orElse(0);
        store.decide(id, sign ? State.CONFIRMED : State.REFUSED, sign ? version : null, ground.by(actor), reason);
        ground.journal().write(actor, sign ? "RoundCloseSigned" : "RoundCloseRefused", KIND, id,
                Map.of("round", waiting.round(), "sha256", waiting.sha256()));
        return new Entered.Done(id);
    }

    /** Takes back what was proposed, by who proposed it. */
    @Transactional
    public Entered takeBack(Actor actor, int number, UUID id) {
        Closing waiting = waiting(number, id);
        if (!actor.accountId().equals(waiting.proposed().account())) {
            throw new Absent(KIND, id);
        }
        if (waiting.state() != State.PROPOSED) {
            return Entered.no("goal.close.refused.decided");
        }
        store.decide(id, State.WITHDRAWN, null, ground.by(actor), "");
        ground.journal().write(actor, "RoundCloseTakenBack", KIND, id, Map.of("round", waiting.round()));
        return new Entered.Done(id);
    }

    private Closing waiting(int number, UUID id) {
        List<Round> rounds = ground.charter().map(Charter::rounds).orElse(List.of());
        if (number < 1 || number > rounds.size()) {
            throw new Absent(ROUND, number);
        }
        return store.hold(rounds.get(number - 1).name()).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new Absent(KIND, id));
    }
}
