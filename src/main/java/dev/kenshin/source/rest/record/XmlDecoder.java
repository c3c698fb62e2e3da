package dev.kenshin.source.rest.record;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.http.HttpAnswer;
import dev.kenshin.source.http.RateLimitSpent;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * XML as nested objects: attributes become fields that begin with {@code @}, text beside them {@code #text}, an element
 * that occurs again a list. Neither document types nor entities are followed.
 */
final class XmlDecoder implements Decoder {
    private static final int DEEPEST = 100;
    private static final XMLInputFactory FACTORY = XMLInputFactory.newDefaultFactory();

    static {
        FACTORY.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        FACTORY.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        FACTORY.setProperty(XMLInputFactory.IS_COALESCING, true);
    }

    @Override
    public void decode(HttpAnswer answer, Visitor<Object> values) throws SourceUnavailable, RateLimitSpent {
        values.visit(document(answer));
    }

    private static Map<String, @Nullable Object> document(HttpAnswer answer) throws SourceUnavailable {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(new ByteArrayInputStream(answer.body()));
            Map<String, @Nullable Object> document = new LinkedHashMap<>();
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                    document.put(name(reader), element(reader, 0));
                }
            }
            return document;
        } catch (XMLStreamException e) {
            throw Json.broken(answer, "XML: " + e.getMessage());
        }
    }

    private static @Nullable Object element(XMLStreamReader reader, int depth) throws XMLStreamException {
        if (depth > DEEPEST) {
            throw new XMLStreamException("nested more than " + DEEPEST + " deep");
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            fields.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        for (int event = reader.next(); event != XMLStreamConstants.END_ELEMENT; event = reader.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                String name = name(reader);
                add(fields, name, element(reader, depth + 1));
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(reader.getText());
            }
        }
        return value(fields, text.toString().strip());
    }

    private static @Nullable Object value(Map<String, @Nullable Object> fields, String text) {
        if (fields.isEmpty()) {
            return text.isEmpty() ? null : text;
        }
        if (!text.isEmpty()) {
            fields.put("#text", text);
        }
        return fields;
    }

    private static void add(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        if (!fields.containsKey(name)) {
            fields.put(name, value);
            return;
        }
        Object before = fields.get(name);
        List<@Nullable Object> all = new ArrayList<>();
        if (before instanceof List<?> list) {
            all.addAll(list);
        } else {
            all.add(before);
        }
        all.add(value);
        fields.put(name, all);
    }

    private static String name(XMLStreamReader reader) {
        String prefix = reader.getPrefix();
        return prefix == null || prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
    }
}
