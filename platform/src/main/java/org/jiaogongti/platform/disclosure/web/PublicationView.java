package org.jiaogongti.platform.disclosure.web;

import java.util.List;
import java.util.UUID;
import org.jiaogongti.platform.disclosure.Publication;
import org.jiaogongti.platform.disclosure.Publication.State;
import org.jiaogongti.platform.disclosure.Publications.Shown;
import org.jiaogongti.platform.disclosure.model.Paragraphs;
import org.jiaogongti.platform.disclosure.model.PersonalData;
import org.jiaogongti.platform.evidence.EvidenceItem;
import org.jiaogongti.platform.shell.Messages;

/** One publication at the bureau's desk. */
public record PublicationView(Shown shown, String problem, UUID reader, Messages m) {

    public Publication publication() {
        return shown.publication();
    }

    public String path() {
        return "/disclosure/" + publication().id();
    }

    /** Where the public reads it. */
    public String address() {
        return "/public/" + shown.district() + "/" + publication().id();
    }

    public boolean draft() {
        return publication().state() == State.DRAFT;
    }

    public boolean waiting() {
        return publication().state() == State.WAITING;
    }

    public boolean published() {
        return publication().state() == State.PUBLISHED;
    }

    public List<Paragraphs.Block> blocks() {
        return Paragraphs.of(publication().words().body());
    }

    public boolean looked(EvidenceItem item) {
        return shown.looked().contains(item.id());
    }

    /** Where something was found. */
    public String place(PersonalData.Found found) {
        return found.file().isEmpty()
                ? m.t("disclosure.found.in-text", found.line())
                : m.t("disclosure.found.in-file", found.file(), found.line());
    }

    public boolean ready() {
        return shown.found().isEmpty() && shown.files().stream().allMatch(this::looked);
    }
}
