#!/usr/bin/env bash
# sqlite-jdbc 3.54.1.0 (org.xerial:sqlite-jdbc): Statement.execute, executeUpdate,
# prepareStatement.
#
# Expected: every method runs a text of two statements as a whole, or every method refuses the
# text.
# Seen: executeUpdate runs both statements. execute and a prepared statement run the first and
# drop the rest without an error, even when the rest is no SQL.
#
# Hurts: a program that runs its schema or a migration from one text. The tables after the first
# are missing, and the error comes with their first use.
# Way out: run scripts with executeUpdate, or one statement at a time.
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
      <groupId>org.xerial</groupId>
      <artifactId>sqlite-jdbc</artifactId>
      <version>3.54.1.0</version>
    </dependency>
  </dependencies>
</project>
POM
mvn -q -B -C org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DoutputDirectory=lib >&2

cat >Finding.java <<'JAVA'
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

class Finding {
    interface Run {
        void with(Connection connection, Statement statement, String script) throws SQLException;
    }

    public static void main(String[] args) throws SQLException {
        report("executeUpdate", (connection, statement, script) -> statement.executeUpdate(script));
        report("execute", (connection, statement, script) -> statement.execute(script));
        report("prepareStatement", (connection, statement, script) -> {
            try (PreparedStatement prepared = connection.prepareStatement(script)) {
                prepared.executeUpdate();
            }
        });
    }

    static void report(String method, Run run) throws SQLException {
        for (String rest : new String[] {"CREATE TABLE second (id INTEGER)", "no SQL"}) {
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite::memory:");
                    Statement statement = connection.createStatement()) {
                String outcome = "no error";
                try {
                    run.with(connection, statement, "CREATE TABLE first (id INTEGER); " + rest);
                } catch (SQLException refused) {
                    outcome = "an error";
                }
                try (ResultSet tables = statement.executeQuery(
                        "SELECT group_concat(name, ' and ') FROM sqlite_master")) {
                    tables.next();
                    System.out.println(method + ", rest " + rest + ": " + outcome
                            + ", tables: " + tables.getString(1));
                }
            }
        }
    }
}
JAVA

cat >expected <<'EXPECTED'
executeUpdate, rest CREATE TABLE second (id INTEGER): no error, tables: first and second
executeUpdate, rest no SQL: an error, tables: first
execute, rest CREATE TABLE second (id INTEGER): no error, tables: first
execute, rest no SQL: no error, tables: first
prepareStatement, rest CREATE TABLE second (id INTEGER): no error, tables: first
prepareStatement, rest no SQL: no error, tables: first
EXPECTED

java -Djava.io.tmpdir="$work" -cp 'lib/*' Finding.java | tee seen
diff expected seen
