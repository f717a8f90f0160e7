package org.jiaogongti.platform.ledger.web;

import org.jiaogongti.platform.ledger.Folder;
import org.jiaogongti.platform.ledger.Folder.State;
import org.jiaogongti.platform.shell.Messages;

/** A folder in a list and on its own page. */
public record FolderView(Folder folder, Messages m) {

    public String path() {
        return "/ledgers/folders/" + folder.id();
    }

    public String shape() {
        return switch (folder.state()) {
            case WAITING -> "todo";
            case RUNNING -> "going";
            case DONE -> "done";
            case STOPPED -> "waived";
            case FAILED -> "late";
            case GONE -> "susp";
        };
    }

    public String word() {
        return m.t("ledger.folder.state." + folder.state().name());
    }

    public boolean going() {
        return folder.state().going();
    }

    public boolean done() {
        return folder.state() == State.DONE;
    }

    /** Who ordered it and when. */
    public String by() {
        return m.t("ledger.folder.by", folder.by().name(), folder.by().on().toString(),
                m.t("ledger.purpose." + folder.order().purpose().name()));
    }

    /** How far it is, or what came of it. */
    public String tells() {
        Folder.Made made = folder.made();
        return switch (folder.state()) {
            case WAITING -> m.t("ledger.folder.tells.WAITING");
            case RUNNING -> m.t("ledger.folder.tells.RUNNING", made.done(), made.total(), made.files());
            case DONE -> m.t("ledger.folder.tells.DONE", made.total(), made.files(), made.megabytes(),
                    folder.expiresOn().toString());
            case STOPPED -> m.t("ledger.folder.tells.STOPPED");
            case FAILED -> m.t("ledger.folder.tells.FAILED");
            case GONE -> m.t("ledger.folder.tells.GONE", folder.expiresOn().toString());
        };
    }
}
