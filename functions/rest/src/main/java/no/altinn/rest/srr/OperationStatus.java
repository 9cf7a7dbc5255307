package no.altinn.rest.srr;

/** What became of a rule that a service owner sent. */
public enum OperationStatus {
    OK("Ok"),
    RULE_ALREADY_EXISTS("RuleAlreadyExists"),
    /** The service owner has no such service. */
    SERVICE_NOT_FOUND("ServiceNotFound"),
    /** Register has no such person or organisation. */
    REPORTEE_NOT_FOUND("ReporteeNotFound"),
    INVALID_RIGHT("InvalidRight"),
    /** It is no time, or one that has passed. */
    INVALID_VALID_TO("InvalidValidTo"),
    /** The service owner has as many rules as it may. */
    TOO_MANY_RULES("TooManyRules");

    private final String title;

    OperationStatus(String title) {
        this.title = title;
    }

    /** The name in answers. */
    public String title() {
        return title;
    }
}
