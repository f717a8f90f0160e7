package org.jiaogongti.platform.advice.web;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.advice.Advising.Opened;
import org.jiaogongti.platform.advice.Advising.Piece;
import org.jiaogongti.platform.advice.Advising.Report;
import org.jiaogongti.platform.advice.Recommendation;
import org.jiaogongti.platform.advice.RecommendationStep;
import org.jiaogongti.platform.advice.Visit;
import org.jspecify.annotations.Nullable;

/**
 * What an adviser's device shows.
 *
 * @param problem message key of what was wrong with what was typed last, or empty
 * @param typed what that was, or null
 */
public record AdvisingView(Opened opened, Words words, String problem, @Nullable Report typed) {

    /** How many recommendations fit on the form at once; more come with the next. */
    static final int PIECES = 3;

    public String path() {
        return "/advising/" + opened.link().id();
    }

    public String seen() {
        Visit visit = opened.visit();
        return typed != null ? typed.seen() : visit == null ? "" : visit.seen();
    }

    public String diagnosis() {
        Visit visit = opened.visit();
        return typed != null ? typed.diagnosis() : visit == null ? "" : visit.diagnosis();
    }

    /** The rows of the form. */
    public List<Integer> rows() {
        return java.util.stream.IntStream.range(0, PIECES).boxed().toList();
    }

    public String words(int row) {
        Piece piece = piece(row);
        return piece == null ? "" : piece.words();
    }

    /** To the school where it is, unless something else was chosen. */
    public boolean chosen(int row, UUID school) {
        Piece piece = piece(row);
        return piece != null
                ? school.equals(piece.school())
                : opened.occasion() != null && school.equals(opened.occasion().host());
    }

    private @Nullable Piece piece(int row) {
        return typed == null || row >= typed.pieces().size() ? null : typed.pieces().get(row);
    }

    public String answerBy() {
        return typed != null && typed.answerBy() != null
                ? typed.answerBy().toString()
                : opened.today().plusDays(Recommendation.DAYS).toString();
    }

    public boolean early() {
        return opened.occasion() != null && opened.occasion().date().isAfter(opened.today());
    }

    public boolean present() {
        Visit visit = opened.visit();
        return visit != null && visit.presentOn() != null;
    }

    public List<RecommendationStep> steps(Recommendation given) {
        return opened.steps().getOrDefault(given.id(), List.of());
    }

    public Recommendation.State state(Recommendation given) {
        return given.state(opened.today());
    }
}
