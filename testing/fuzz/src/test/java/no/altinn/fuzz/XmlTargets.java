package no.altinn.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import no.altinn.rest.form.FormSchema;
import no.altinn.rest.form.FormXml;
import no.altinn.rest.form.UnusableSchema;
import no.altinn.rest.message.Refusal;
import no.altinn.rest.representation.BodyReader;
import no.altinn.rest.representation.Fields;
import no.altinn.rest.representation.InvalidBody;
import no.altinn.rest.representation.UnsupportedBody;

import java.util.List;
import java.util.Optional;

/** Bodies of the REST API in all their forms, and forms' data with their schemas. */
final class XmlTargets {
    private static final String XML =
            "<?xml version='1.0'?><m:Message xmlns:m='urn:m'><Type>a&#65;</Type><Number> 1 </Number>"
                    + "<Flag>true</Flag><Forms><Form><Id>1</Id></Form></Forms><![CDATA[x]]>"
                    + "<Origins><string>x</string></Origins><!-- c --><?p i?></m:Message>";
    private static final String JSON =
            "{\"Type\":\"a\",\"Number\":1,\"Flag\":true,\"Forms\":[{\"Id\":\"1\"}],\"Origins\":"
                    + "[\"x\"],\"_embedded\":{\"more\":[{}]}}";
    private static final String XSD =
            "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema'><xs:element name='a'>"
                    + "<xs:simpleType><xs:restriction base='xs:string'><xs:maxLength value='3'/>"
                    + "</xs:restriction></xs:simpleType></xs:element></xs:schema>";
    private static final FormSchema SCHEMA = FormSchema.of(XSD);

    private XmlTargets() {}

    static List<Target> all() {
        return List.of(
                Target.of(
                        "body",
                        text -> body(BodyReader.strict(), text),
                        "application/json\n" + JSON,
                        "application/hal+json; charset=utf-8\n" + JSON,
                        "application/xml\n" + XML,
                        "application/hal+xml\n<resource rel='m'><link rel='a' href='b'/>"
                                + "<resource rel='forms'/></resource>",
                        "application/xml\n<a>a & b</a>",
                        "application/xml\n<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"),
                Target.of(
                        "body-lenient",
                        text -> body(BodyReader.lenient(), text),
                        "application/json\n{Type:'a',\"Number\":1}"),
                Target.of(
                        "form-xml",
                        XmlTargets::formXml,
                        XML,
                        "<!DOCTYPE a SYSTEM 'file:///nowhere'><a/>",
                        "<a>".repeat(101)),
                Target.of("form-data", XmlTargets::formData, "<a>abc</a>", "<a>abcd</a>", "<b/>"),
                Target.of(
                        "form-schema",
                        XmlTargets::formSchema,
                        XSD,
                        XSD.replace("xs:maxLength value='3'", "xs:pattern value='(a*)*b'")));
    }

    /** The first line is the Content-Type, the rest the body. */
    private static void body(BodyReader reader, String text) {
        int end = Math.max(text.indexOf('\n'), 0);
        try {
            told(reader.read(text.substring(0, end), text.substring(end).stripLeading()), 0);
        } catch (InvalidBody | UnsupportedBody e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void told(Fields fields, int depth) {
        fields.names();
        fields.text("Type");
        fields.number("Number");
        fields.flag("Flag");
        fields.texts("Origins");
        if (depth < 3) {
            fields.list("Forms").forEach(form -> told(form, depth + 1));
            fields.items().forEach(item -> told(item, depth + 1));
            Optional<Fields> inner = fields.structure("more");
            inner.ifPresent(it -> told(it, depth + 1));
        }
    }

    private static void formXml(String text) {
        try {
            FormXml.check(text);
        } catch (Refusal.Invalid e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }

    private static void formData(String text) {
        assertThat(SCHEMA.validate(text)).isNotNull();
    }

    private static void formSchema(String text) {
        try {
            assertThat(FormSchema.of(text).validate("<a>aaaaaaaaaaaaaaaaaaaaaaaa</a>")).isNotNull();
        } catch (UnusableSchema e) {
            assertThat(e).hasCauseInstanceOf(Exception.class);
        }
    }
}
