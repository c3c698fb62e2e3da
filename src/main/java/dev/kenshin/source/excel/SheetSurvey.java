package dev.kenshin.source.excel;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.XMLHelper;

/** Runs through a sheet once, several times as fast as its cells can be read. */
final class SheetSurvey {
    private final LimitedXml xml;
    private final List<CellRangeAddress> regions = new ArrayList<>();
    private int rows;
    private int cells;
    /** At which byte the row began; beyond every byte outside of rows. */
    private long rowStart = Long.MAX_VALUE;

    private SheetSurvey(LimitedXml xml) {
        this.xml = xml;
    }

    /** Finds the merged regions, and refuses what no sheet of Excel holds. Closes the part. */
    static List<CellRangeAddress> mergedRegions(InputStream part) throws IOException, XMLStreamException {
        try (LimitedXml xml = new LimitedXml(part, Limit.SHEET)) {
            SheetSurvey survey = new SheetSurvey(xml);
            survey.run();
            return survey.regions;
        }
    }

    private void run() throws IOException, XMLStreamException {
        XMLStreamReader sheet = XMLHelper.newXMLInputFactory().createXMLStreamReader(xml);
        while (sheet.hasNext()) {
            int event = sheet.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                look(sheet);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && sheet.getLocalName().equals("row")) {
                rowStart = Long.MAX_VALUE;
            }
        }
    }

    private void look(XMLStreamReader element) throws TooLarge {
        switch (element.getLocalName()) {
            case "row" -> beginRow();
            case "c" -> TooLarge.refuse("columns", ++cells, Limit.COLUMNS);
            case "col" -> TooLarge.refuse("columns", number(element, "max"), Limit.COLUMNS);
            case "mergeCell" -> merge(element.getAttributeValue(null, "ref"));
            default -> TooLarge.refuse("bytes of one row", xml.bytes() - rowStart, Limit.ROW_BYTES);
        }
    }

    private void beginRow() throws TooLarge {
        TooLarge.refuse("rows", ++rows, Limit.ROWS);
        cells = 0;
        rowStart = xml.bytes();
    }

    private void merge(String region) throws TooLarge {
        regions.add(CellRangeAddress.valueOf(region));
        TooLarge.refuse("merged regions", regions.size(), Limit.MERGED_REGIONS);
    }

    private static long number(XMLStreamReader element, String attribute) {
        return Long.parseLong(element.getAttributeValue(null, attribute));
    }
}
