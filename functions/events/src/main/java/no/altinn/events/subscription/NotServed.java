package no.altinn.events.subscription;

/** The subscription gets no events now, so nothing can be delivered again. */
public final class NotServed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private NotServed(String why) {
        super("The subscription is %s.".formatted(why));
    }

    /**
     * Requires that a subscription gets events now.
     *
     * @throws NotServed if it is paused, stopped or not validated
     */
    public static void unless(Subscription subscription) {
        subscription
                .serving()
                .standing()
                .accept(
                        new Standing.Visitor<Boolean>() {
                            @Override
                            public Boolean active(Standing.Active standing) {
                                return true;
                            }

                            @Override
                            public Boolean paused(Standing.Paused standing) {
                                throw new NotServed("paused");
                            }

                            @Override
                            public Boolean stopped(Standing.Stopped standing) {
                                throw new NotServed("stopped");
                            }
                        });
        if (!subscription.isValidated()) {
            throw new NotServed("not validated");
        }
    }
}
