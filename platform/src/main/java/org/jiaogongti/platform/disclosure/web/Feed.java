package org.jiaogongti.platform.disclosure.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jiaogongti.platform.disclosure.Publication;

/** RSS 2.0 of what was published. */
final class Feed {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z",
            Locale.ENGLISH);

    private Feed() {}

    static byte[] of(Site site, String address, List<Publication> rows) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes,
                    StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeStartElement("rss");
            xml.writeAttribute("version", "2.0");
            xml.writeStartElement("channel");
            element(xml, "title", site.name() + " 教育共同体 信息公开");
            element(xml, "link", address + "/public/" + site.code());
            element(xml, "description", site.name() + "教育局主动公开的信息");
            element(xml, "language", "zh-CN");
            for (Publication row : rows) {
                item(xml, site, address, row);
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("A feed cannot be written into memory.\nReport this.", impossible);
        }
        return bytes.toByteArray();
    }

    private static void item(XMLStreamWriter xml, Site site, String address, Publication row)
            throws XMLStreamException {
        String link = address + "/public/" + site.code() + "/" + row.id();
        Publication.Hand published = row.published();
        xml.writeStartElement("item");
        element(xml, "title", row.words().title());
        element(xml, "link", link);
        element(xml, "guid", link);
        element(xml, "description", row.number() + " " + row.words().issuer() + " " + row.words().issuedOn());
        element(xml, "pubDate", DAY.format((published == null ? row.words().issuedOn() : published.on())
                .atStartOfDay().atOffset(ZoneOffset.ofHours(8))));
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text.codePoints().filter(c -> c >= 0x20 || c == '\n' || c == '\t')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString());
        xml.writeEndElement();
    }
}
