package no.altinn.acceptance.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the policies as API Management does, so far as that can be done without it. */
class GatewayPoliciesTest {
    private static final String MODULE = GatewayFiles.text("modules/api-management-apis.bicep");
    private static final Pattern NAMED_VALUE = Pattern.compile("\\{\\{([a-z-]+)\\}\\}");
    private static final List<String> ORDER_OF_AN_ANSWER =
            List.of("set-status", "set-header", "set-body");
    private static final List<String> ORDER_OF_A_QUESTION =
            List.of("set-url", "set-method", "set-header", "set-body");

    static Stream<String> files() {
        return GatewayFiles.policies().stream();
    }

    static Stream<CSharp> expressions() {
        return files().flatMap(
                        file ->
                                GatewayFiles.elements(file).stream()
                                        .flatMap(each -> in(file, each)));
    }

    private static Stream<CSharp> in(String file, Element element) {
        List<CSharp> found = new ArrayList<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            found.add(
                    new CSharp(
                            file + " " + element.getTagName() + " " + attribute.getNodeName(),
                            attribute.getNodeValue().strip()));
        }
        if (children(element).isEmpty()) {
            found.add(
                    new CSharp(
                            file + " " + element.getTagName(), element.getTextContent().strip()));
        }
        return found.stream().filter(each -> CSharp.isOne(each.source()));
    }

    private static List<Element> children(Element element) {
        List<Element> children = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child) {
                children.add(child);
            }
        }
        return children;
    }

    private static Set<String> names(String list, String member) {
        Matcher block =
                Pattern.compile("var " + list + " = \\[(.*?)\\n\\]", Pattern.DOTALL)
                        .matcher(MODULE);
        assertThat(block.find()).isTrue();
        Set<String> names = new TreeSet<>();
        Matcher each = Pattern.compile(member + ": '([^']+)'").matcher(block.group(1));
        while (each.find()) {
            names.add(each.group(1));
        }
        return names;
    }

    private static Set<String> sectionsOf(String file, Element element) {
        for (Node node = element; node instanceof Element each; node = node.getParentNode()) {
            if (Set.of("inbound", "backend", "outbound", "on-error").contains(each.getTagName())) {
                return Set.of(each.getTagName());
            }
        }
        return sectionsThatInclude(file.replace(".xml", ""));
    }

    private static Set<String> sectionsThatInclude(String fragment) {
        Set<String> sections = new HashSet<>();
        for (String file : GatewayFiles.policies()) {
            for (Element element : GatewayFiles.elements(file)) {
                if (element.getAttribute("fragment-id").equals(fragment)) {
                    sections.addAll(sectionsOf(file, element));
                }
            }
        }
        return sections;
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyElementIsAPolicyWithItsAttributesInItsSection(String file) {
        for (Element element : GatewayFiles.elements(file)) {
            PolicyRules.Rule rule = PolicyRules.POLICIES.get(element.getTagName());
            assertThat(rule).as("%s in %s", element.getTagName(), file).isNotNull();
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                assertThat(rule.attributes())
                        .contains(element.getAttributes().item(i).getNodeName());
            }
            if (!Set.of("policies", "fragment").contains(element.getTagName())) {
                assertThat(rule.sections())
                        .as("%s in %s", element.getTagName(), file)
                        .containsAll(sectionsOf(file, element));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void membersOfAnswersAndQuestionsStandInTheirOrder(String file) {
        for (Element element : GatewayFiles.elements(file)) {
            List<String> order =
                    switch (element.getTagName()) {
                        case "return-response" -> ORDER_OF_AN_ANSWER;
                        case "send-request" -> ORDER_OF_A_QUESTION;
                        default -> List.of();
                    };
            if (!order.isEmpty()) {
                assertThat(children(element))
                        .extracting(child -> order.indexOf(child.getTagName()))
                        .isSorted()
                        .doesNotContain(-1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aHeaderIsDeletedOrHasAValue(String file) {
        for (Element element : GatewayFiles.elements(file)) {
            if (element.getTagName().equals("set-header")) {
                assertThat(children(element))
                        .hasSize(element.getAttribute("exists-action").equals("delete") ? 0 : 1);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void anExpressionIsWholeAndNamesWhatThereIs(CSharp expression) {
        assertThat(expression.isBalanced()).isTrue();
        assertThat(PolicyRules.TYPES).containsAll(expression.types());
        assertThat(PolicyRules.MEMBERS).containsAll(expression.members());
        if (expression.hasStatements()) {
            // API Management reads statements as a page of Razor: no branch without braces.
            assertThat(expression.withoutTexts())
                    .containsPattern("return [^;]*;\\s*\\}$")
                    .doesNotContainPattern("\\b(?:if|foreach) \\([^{;]*;");
        } else {
            assertThat(expression.withoutTexts()).doesNotContain(";");
        }
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void everyPatternIsARegularExpression(CSharp expression) {
        for (String pattern : expression.patterns()) {
            assertThat(Pattern.compile(pattern)).isNotNull();
        }
    }

    @Test
    void everyVariableThatIsReadIsSet() {
        Set<String> set = new HashSet<>(Set.of("retryAfter", "form"));
        for (String file : GatewayFiles.policies()) {
            for (Element element : GatewayFiles.elements(file)) {
                if (element.getTagName().equals("set-variable")) {
                    set.add(element.getAttribute("name"));
                }
                set.add(element.getAttribute("variable-name"));
                set.add(element.getAttribute("response-variable-name"));
            }
        }

        assertThat(expressions().flatMap(each -> each.variables().stream()))
                .isNotEmpty()
                .allMatch(set::contains);
    }

    @Test
    void theModuleDeploysEveryFileAndEveryNameInThem() {
        Set<String> fragments = names("fragments", "name");
        Set<String> values = names("values", "name");
        for (String file : GatewayFiles.policies()) {
            assertThat(MODULE).contains("loadTextContent('../policies/" + file + "')");
            for (Element element : GatewayFiles.elements(file)) {
                if (element.getTagName().equals("include-fragment")) {
                    assertThat(fragments).contains(element.getAttribute("fragment-id"));
                }
            }
            String text = GatewayFiles.text("policies/" + file);
            Matcher matcher = NAMED_VALUE.matcher(text);
            while (matcher.find()) {
                assertThat(values).contains(matcher.group(1));
            }
            // Two braces are a named value's, whatever an expression means by them.
            assertThat(NAMED_VALUE.matcher(text).replaceAll("")).doesNotContain("{{", "}}");
        }
        assertThat(fragments).allMatch(name -> GatewayFiles.policies().contains(name + ".xml"));
    }

    @Test
    void aFragmentIncludesNoOther() {
        for (String fragment : names("fragments", "name")) {
            assertThat(GatewayFiles.elements(fragment + ".xml"))
                    .extracting(Element::getTagName)
                    .startsWith("fragment")
                    .doesNotContain("include-fragment", "base");
        }
    }

    @Test
    void everyApiHasAPolicyThatGoesOnFromTheCommonOne() {
        for (GatewayApi api : GatewayFiles.apis()) {
            List<Element> sections =
                    children(GatewayFiles.policy(api.policy() + ".xml").getDocumentElement());
            assertThat(sections)
                    .extracting(Element::getTagName)
                    .containsExactly("inbound", "backend", "outbound", "on-error");
            assertThat(sections)
                    .allMatch(
                            section ->
                                    children(section).stream()
                                            .anyMatch(each -> each.getTagName().equals("base")));
            assertThat(MODULE).contains(api.policy() + ": loadTextContent(");
        }
        assertThat(MODULE).contains("protocols: ['https']");
    }
}
