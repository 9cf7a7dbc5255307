package no.altinn.acceptance.infrastructure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KustoQueryTest {
    @Test
    void columnsOfTheTableAndThoseThatAreMadeAreKnown() {
        assertThat(
                        new KustoQuery(
                                        "AppRequests | extend Code = toint(ResultCode) | where Code >= 100"
                                                + " and tostring(Properties.kind) != \"none\""
                                                + " | summarize All = sum(ItemCount) by bin(TimeGenerated, 5m)")
                                .unknown())
                .isEmpty();
    }

    @Test
    void columnsThatAreParsedAreKnown() {
        assertThat(
                        new KustoQuery(
                                        "AppTraces | parse Message with * \"found=\" Found:long * | summarize sum(Found)")
                                .unknown())
                .isEmpty();
    }

    @Test
    void anotherColumnIsUnknown() {
        assertThat(new KustoQuery("AppMetrics | summarize max(Total)").unknown())
                .containsExactly("column Total");
    }

    @Test
    void anotherTableIsUnknown() {
        assertThat(new KustoQuery("requests | count").unknown()).containsExactly("table requests");
    }

    @Test
    void textsAreReadThatAColumnIsComparedWith() {
        KustoQuery query =
                new KustoQuery(
                        "AppMetrics | where Name in (\"a\", \"b\") or Name == 'c' | where X == \"d\"");

        assertThat(query.comparedWith("Name")).containsExactly("a", "b", "c");
    }
}
