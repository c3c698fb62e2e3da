package dev.kenshin.source.excel;

import dev.kenshin.source.SourceUnavailable;
import dev.kenshin.source.file.SourceFile;
import dev.kenshin.source.grid.GridPlace;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.usermodel.XSSFRelation;

/** The parts an {@code .xlsx} file is packed of, looked at before, and beside, the library that streams its rows. */
final class Parts {
    private static final List<XSSFRelation> HELD = List.of(XSSFRelation.STYLES, XSSFRelation.THEME);

    private Parts() {}

    /** Refuses a file of which some part that must be held unpacks to too much. */
    static void check(File file) throws IOException, OpenXML4JException {
        checkNamed(file);
        try (OPCPackage parts = OPCPackage.open(file, PackageAccess.READ)) {
            LimitedXml.check(new XSSFReader(parts, true).getWorkbookData(), Limit.STRUCTURE);
            for (XSSFRelation kind : HELD) {
                checkAll(parts, kind, Limit.STRUCTURE);
            }
            checkAll(parts, XSSFRelation.SHARED_STRINGS, Limit.TEXTS);
        }
    }

    /** The merged regions of a sheet, for which it is read to its end; rows and cells beyond all limits are refused. */
    static List<CellRangeAddress> mergedRegions(SourceFile file, Snapshot snapshot, String sheet)
            throws SourceUnavailable {
        try (OPCPackage parts = OPCPackage.open(snapshot.path().toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(parts, true);
            Optional<String> relation = relation(reader, sheet);
            return relation.isEmpty() ? List.of() : SheetSurvey.mergedRegions(reader.getSheet(relation.get()));
        } catch (IOException | OpenXML4JException | XMLStreamException | RuntimeException e) {
            throw ExcelProblems.damaged(file, new GridPlace(file.name(), file.shortName(), sheet), 1, e);
        }
    }

    /** What is read as soon as the package is opened. */
    private static void checkNamed(File file) throws IOException {
        try (ZipSecureFile zip = new ZipSecureFile(file)) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                if (entry.getName().matches("(?i)\\[Content_Types]\\.xml|.*\\.rels|docProps/.*\\.xml")) {
                    LimitedXml.check(zip.getInputStream(entry), Limit.STRUCTURE);
                }
            }
        }
    }

    private static void checkAll(OPCPackage parts, XSSFRelation kind, Limit limit) throws IOException {
        for (PackagePart part : parts.getPartsByContentType(kind.getContentType())) {
            LimitedXml.check(part.getInputStream(), limit);
        }
    }

    /** By which relation the workbook refers to a sheet. */
    private static Optional<String> relation(XSSFReader reader, String sheet)
            throws IOException, OpenXML4JException, XMLStreamException {
        try (InputStream workbook = reader.getWorkbookData()) {
            XMLStreamReader xml = XMLHelper.newXMLInputFactory().createXMLStreamReader(workbook);
            while (xml.hasNext()) {
                if (xml.next() == XMLStreamConstants.START_ELEMENT
                        && xml.getLocalName().equals("sheet")
                        && sheet.equals(xml.getAttributeValue(null, "name"))) {
                    return identifier(xml);
                }
            }
            return Optional.empty();
        }
    }

    /** The two dialects of the format have a namespace each. */
    private static Optional<String> identifier(XMLStreamReader sheet) {
        for (int i = 0; i < sheet.getAttributeCount(); i++) {
            if (sheet.getAttributeLocalName(i).equals("id")) {
                return Optional.of(sheet.getAttributeValue(i));
            }
        }
        return Optional.empty();
    }
}
