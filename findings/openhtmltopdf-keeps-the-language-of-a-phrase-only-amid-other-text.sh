#!/usr/bin/env bash
# openhtmltopdf 1.1.31 (io.github.openhtmltopdf:openhtmltopdf-pdfbox): usePdfUaAccessibility and a
# phrase in another language, <span lang="de">.
#
# Expected: the phrase becomes a tagged element with its language, wherever it stands in its
# paragraph.
# Seen: with text on both sides the phrase is a Span with its language. At the beginning or the
# end of a paragraph, or alone in it, the phrase has no element, and its language stands nowhere
# in the tags. A full stop behind the phrase is text enough.
#
# Hurts: readers with a screen reader. The phrase is spoken with the pronunciation of the page.
# Way out: put lang on the paragraph, cell or list item where it holds the phrase alone; otherwise
# see that text stands on both sides, and check the tags of the PDF.
set -euo pipefail

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

cat >pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>finding</groupId><artifactId>finding</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>io.github.openhtmltopdf</groupId>
      <artifactId>openhtmltopdf-pdfbox</artifactId>
      <version>1.1.31</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

class Finding {
    public static void main(String[] arguments) throws Exception {
        XRLog.setLoggingEnabled(false);
        String phrase = "<span lang='de'>guten Tag</span>";
        print("<p>We say " + phrase + " here</p>");
        print("<p>We say " + phrase + ".</p>");
        print("<p>We say " + phrase + "</p>");
        print("<p>" + phrase + " we say</p>");
        print("<p>" + phrase + "</p>");
        print("<p lang='de'>guten Tag</p>");
    }

    static void print(String body) throws Exception {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfUaAccessibility(true);
        builder.useFont(() -> PDDocument.class.getResourceAsStream(
                "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf"), "Sans");
        builder.withHtmlContent("<html lang='en'><head><title>t</title>"
                + "<meta name='description' content='d'/><style>* { font-family: Sans }</style>"
                + "</head><body>" + body + "</body></html>", null);
        builder.toStream(pdf);
        builder.run();
        try (PDDocument document = Loader.loadPDF(pdf.toByteArray())) {
            System.out.println(body + " ->"
                    + languages(document.getDocumentCatalog().getStructureTreeRoot()));
        }
    }

    static String languages(PDStructureNode node) {
        StringBuilder found = new StringBuilder();
        if (node instanceof PDStructureElement element && element.getLanguage() != null) {
            found.append(" " + element.getStructureType() + ":" + element.getLanguage());
        }
        node.getKids().stream().filter(PDStructureNode.class::isInstance)
                .forEach(kid -> found.append(languages((PDStructureNode) kid)));
        return found.toString();
    }
}
JAVA

cat >expected <<'EXPECTED'
<p>We say <span lang='de'>guten Tag</span> here</p> -> Document:en Span:de
<p>We say <span lang='de'>guten Tag</span>.</p> -> Document:en Span:de
<p>We say <span lang='de'>guten Tag</span></p> -> Document:en
<p><span lang='de'>guten Tag</span> we say</p> -> Document:en
<p><span lang='de'>guten Tag</span></p> -> Document:en
<p lang='de'>guten Tag</p> -> Document:en P:de
EXPECTED

java -cp 'lib/*' Finding.java | tee seen
diff expected seen
