package org.jiaogongti.platform.disclosure.web;

import java.util.List;
import org.jiaogongti.platform.disclosure.Publication;
import org.jiaogongti.platform.disclosure.PublicShelf.Shown;
import org.jiaogongti.platform.disclosure.model.Paragraphs;
import org.jiaogongti.platform.evidence.EvidenceItem;

/** One public text. */
public record PublicView(Site site, Shown shown) {

    public String code() {
        return site.code();
    }

    /** The number under which the public asks, or empty. */
    public String phone() {
        return site.phone();
    }

    public String district() {
        return site.name();
    }

    public Publication publication() {
        return shown.publication();
    }

    public List<Paragraphs.Block> blocks() {
        return Paragraphs.of(publication().words().body());
    }

    public List<EvidenceItem> pictures() {
        return shown.files().stream().filter(file -> file.kind().picture()).toList();
    }

    public List<EvidenceItem> papers() {
        return shown.files().stream().filter(file -> !file.kind().picture()).toList();
    }

    public String file(EvidenceItem item) {
        return path() + "/files/" + item.id();
    }

    public String path() {
        return "/public/" + site.code() + "/" + publication().id();
    }
}
