package no.altinn.events.delivery;

class FakeRatesTest extends RatesContract {
    private final Rates rates = new FakeRates();

    @Override
    protected Rates rates() {
        return rates;
    }
}
