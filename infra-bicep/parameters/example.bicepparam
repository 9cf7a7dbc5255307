// For an organisation other than Altinn: copy this file, and give it names and addresses of yours.
using '../main.bicep'

param environment = 'test'
param namePrefix = 'example-events'
param shortNamePrefix = 'exampl'
// Where policy decisions, Register and Profile are; tokens and events have this deployment's address.
param platformServicesUri = 'https://platform.example.org/'
param appsDomain = 'apps.example.org'
param maskinportenIssuer = 'https://test.maskinporten.no/'
param idPortenIssuer = 'https://test.idporten.no'
param serviceOwnersUri = 'https://altinncdn.no/orgs/altinn-orgs.json'
param publisherName = 'Example municipality'
param throughput = {
  shared: 1000
  events: 1000
  deliveries: 1000
  rest: 1000
}
param zoneRedundant = false
param alwaysReadyInstances = 0
param logRetentionDays = 30
param dailyLogCapGb = 1
// The first environment is torn down more often than not.
param deletionLocks = false
// Without a default: a forgotten variable must not take the alerts away. Empty is a choice.
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
