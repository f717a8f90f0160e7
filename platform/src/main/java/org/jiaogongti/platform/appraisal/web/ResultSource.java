package org.jiaogongti.platform.appraisal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jiaogongti.charter.appraising.Scheme;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.Scope;
import org.jiaogongti.platform.appraisal.Appraisals;
import org.jiaogongti.platform.appraisal.Appraisals.Decided;
import org.jiaogongti.platform.appraisal.Appraisals.Desk;
import org.jiaogongti.platform.appraisal.Run;
import org.jiaogongti.platform.disclosure.DisclosureSource;
import org.jiaogongti.platform.disclosure.Publication;
import org.jiaogongti.platform.disclosure.Publications;
import org.jiaogongti.platform.disclosure.StandardWords;
import org.jiaogongti.platform.shell.Language;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.stereotype.Component;

/** What the public may read of a decided year: whom the scheme's rule on naming lets be named, and nobody else. */
@Component
public class ResultSource implements DisclosureSource {

    private static final String KEY = "appraisal";

    private final Appraisals appraisals;
    private final Publications publications;
    private final MessageBook book;

    ResultSource(Appraisals appraisals, Publications publications, MessageBook book) {
        this.appraisals = appraisals;
        this.publications = publications;
        this.book = book;
    }

    /** One text about a year. */
    private record Text(String year, PublicText kind) {

        String reference() {
            return kind.prefix() + year;
        }

        String address() {
            return KEY + "/" + reference();
        }

        /** A circular, and who gets how much, are only for the public where the scheme says so. */
        static List<Text> of(Decided decided) {
            List<Text> all = new ArrayList<>(List.of(new Text(decided.year(), PublicText.COMMENDATION)));
            if (decided.naming().circular() == Scheme.Readers.PUBLIC) {
                all.add(new Text(decided.year(), PublicText.CIRCULAR));
            }
            if (decided.naming().grants() == Scheme.Readers.PUBLIC) {
                all.add(new Text(decided.year(), PublicText.GRANTS));
            }
            return all;
        }
    }

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public List<Offer> offers(Actor actor) {
        Words words = new Words(book.in(Language.ZH));
        return texts().map(text -> new Offer(text.reference(), words.publicTitle(text.year(), text.kind()))).toList();
    }

    private Stream<Text> texts() {
        return appraisals.decided().stream().flatMap(decided -> Text.of(decided).stream());
    }

    @Override
    public Optional<Handed> handed(Actor actor, String reference) {
        return texts().filter(text -> text.reference().equals(reference)).findFirst()
                .map(text -> new Handed("", words(actor, text)));
    }

    private Publication.Words words(Actor actor, Text text) {
        Messages chinese = book.in(Language.ZH);
        Desk desk = appraisals.of(actor, text.year(), 0);
        Papers papers = new Papers(desk, new Words(chinese));
        return StandardWords.in(chinese).with(text.kind().category(),
                papers.words().publicTitle(text.year(), text.kind()),
                papers.forPublic(Objects.requireNonNull(desk.sheet().scheme().naming()), text.kind()),
                papers.issuer(), papers.day());
    }

    @Override
    public Optional<String> page(String reference) {
        return texts().filter(text -> text.reference().equals(reference)).findFirst()
                .map(text -> Words.PATH + "?year=" + text.year() + "#papers");
    }

    /**
     * A text about a year and what became of it.
     *
     * @param begin where a draft of it begins
     * @param made the newest first; without what was withdrawn
     * @param latest the number of the year's last version
     * @param behind whether something was made, and none of it says that it is from the last version
     */
    public record Result(String title, String begin, List<Made> made, int latest, boolean behind) {

        public Result {
            made = List.copyOf(made);
        }
    }

    /**
     * A publication.
     *
     * @param address where the public reads it; empty while it does not
     */
    public record Made(String path, Publication.State state, String address) {}

    /** Of a year as it is shown; nothing while it is not decided. */
    List<Result> results(Desk desk, Messages m) {
        Run run = desk.run();
        Scheme.Naming naming = desk.sheet().scheme().naming();
        if (run == null || !run.closed() || naming == null) {
            return List.of();
        }
        List<Text> texts = Text.of(new Decided(run.year(), naming));
        List<Publication> all = publications.madeFrom(texts.stream().map(Text::address).toList()).stream()
                .filter(each -> each.state() != Publication.State.WITHDRAWN).toList();
        return texts.stream().map(text -> result(text, run, all.stream()
                .filter(each -> each.origin().equals(text.address())).toList(), new Words(m))).toList();
    }

    private static Result result(Text text, Run run, List<Publication> made, Words words) {
        Run.Version latest = run.latest();
        return new Result(words.publicTitle(text.year(), text.kind()), "/disclosure/new?from=" + text.address(),
                made.stream().map(ResultSource::made).toList(), latest.number(), !made.isEmpty()
                        && made.stream().noneMatch(each -> each.words().body().contains(latest.code())));
    }

    private static Made made(Publication publication) {
        return new Made("/disclosure/" + publication.id(), publication.state(),
                publication.state() == Publication.State.PUBLISHED
                        ? "/public/" + Scope.required().code() + "/" + publication.id()
                        : "");
    }
}
