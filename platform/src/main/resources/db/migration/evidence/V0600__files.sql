CREATE SCHEMA evidence;

-- A file lies on disk under its hash; the row comes last. Two people who upload the same bytes share one file.
CREATE TABLE evidence.file (
    district text        NOT NULL,
    sha256   text        NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    kind     text        NOT NULL CHECK (kind IN ('JPEG', 'PNG', 'PDF', 'DOCX', 'XLSX')),
    bytes    bigint      NOT NULL CHECK (bytes > 0),
    width    int         NOT NULL,
    height   int         NOT NULL,
    kept_at  timestamptz NOT NULL,
    PRIMARY KEY (district, sha256)
);
SELECT lib.protect('evidence.file');

-- A file in somebody's hands. The holder is opaque here: a draft's token, later the occasion it became.
CREATE TABLE evidence.item (
    district      text        NOT NULL,
    id            uuid        NOT NULL,
    holder        uuid        NOT NULL,
    school        uuid        NOT NULL,
    sha256        text        NOT NULL,
    name          text        NOT NULL,
    taken_at      timestamp,
    uploader      uuid        NOT NULL,
    uploader_name text        NOT NULL,
    uploaded_at   timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, sha256) REFERENCES evidence.file (district, sha256)
);
CREATE INDEX item_holder ON evidence.item (district, holder);
CREATE INDEX item_uploader ON evidence.item (district, uploader);
CREATE INDEX item_school ON evidence.item (district, school);
SELECT lib.protect('evidence.item');

-- What was taken away again, by whom and when.
CREATE TABLE evidence.removal (
    district   text        NOT NULL,
    item       uuid        NOT NULL,
    actor      uuid        NOT NULL,
    actor_name text        NOT NULL,
    at         timestamptz NOT NULL,
    PRIMARY KEY (district, item),
    FOREIGN KEY (district, item) REFERENCES evidence.item (district, id)
);
SELECT lib.protect('evidence.removal');

-- A person has looked at this very picture and lets the public see it, or the copy on which something is blurred.
CREATE TABLE evidence.publication (
    district    text        NOT NULL,
    id          uuid        NOT NULL,
    item        uuid        NOT NULL,
    copy_sha256 text        NOT NULL,
    actor       uuid        NOT NULL,
    actor_name  text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (district, id),
    FOREIGN KEY (district, item) REFERENCES evidence.item (district, id),
    FOREIGN KEY (district, copy_sha256) REFERENCES evidence.file (district, sha256)
);
CREATE INDEX publication_item ON evidence.publication (district, item);
SELECT lib.protect('evidence.publication');

CREATE TABLE evidence.publication_end (
    district    text        NOT NULL,
    publication uuid        NOT NULL,
    actor       uuid        NOT NULL,
    actor_name  text        NOT NULL,
    at          timestamptz NOT NULL,
    PRIMARY KEY (district, publication),
    FOREIGN KEY (district, publication) REFERENCES evidence.publication (district, id)
);
SELECT lib.protect('evidence.publication_end');
