package org.jiaogongti.platform.evidence;

/** The kinds of file that are kept; found from the content, never from the name. */
public enum FileKind {
    JPEG("image/jpeg", "jpg"), PNG("image/png", "png"), PDF("application/pdf", "pdf"), DOCX(
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "docx"), XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

    private final String mediaType;
    private final String suffix;

    FileKind(String mediaType, String suffix) {
        this.mediaType = mediaType;
        this.suffix = suffix;
    }

    public String mediaType() {
        return mediaType;
    }

    public String suffix() {
        return suffix;
    }

    public boolean picture() {
        return this == JPEG || this == PNG;
    }
}
