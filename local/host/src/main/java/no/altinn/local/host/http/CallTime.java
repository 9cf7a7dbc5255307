package no.altinn.local.host.http;

/** When the host calls an app's HTTP functions. */
public enum CallTime {
    /** Once, when the whole body has come; as in Azure. */
    WITH_BODY,

    /**
     * When the head has come, if the body is late. A function that can answer by the head alone
     * does so, for example with 401, and the client is told without sending the body. A function
     * that asks for the body ends with {@link no.altinn.platform.http.BodyAwaited} and is called
     * again, from its start, with the body: so until it asks it must do nothing that counts twice.
     */
    WITH_HEAD
}
