package dev.kenshin.source.imap;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** What a person reads of a page, line by line. */
final class HtmlText implements NodeVisitor {
    private final StringBuilder text = new StringBuilder();

    private HtmlText() {}

    static String of(String html) {
        Document page = Jsoup.parse(html);
        page.select("script, style, template").remove();
        HtmlText visitor = new HtmlText();
        page.body().traverse(visitor);
        return visitor.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.text());
        } else if (node instanceof Element element && (breaks(element) || element.nameIs("br"))) {
            breakLine(element.nameIs("br"));
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && isCell(element)) {
            append(" ");
        } else if (node instanceof Element element && breaks(element)) {
            breakLine(false);
        }
    }

    private static boolean breaks(Element element) {
        return element.isBlock() && !isCell(element);
    }

    private static boolean isCell(Element element) {
        return element.nameIs("td") || element.nameIs("th");
    }

    /** Blanks at the beginning of a line, or beside others, show nowhere. */
    private void append(String words) {
        boolean blank = text.length() == 0 || Character.isWhitespace(text.charAt(text.length() - 1));
        text.append(blank ? words.stripLeading() : words);
    }

    private void breakLine(boolean always) {
        if (text.length() > 0 && (always || text.charAt(text.length() - 1) != '\n')) {
            text.append('\n');
        }
    }
}
