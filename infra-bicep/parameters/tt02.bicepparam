using '../main.bicep'

param environment = 'tt02'
param platformServicesUri = 'https://platform.tt02.altinn.no/'
param appsDomain = 'apps.tt02.altinn.no'
param maskinportenIssuer = 'https://test.maskinporten.no/'
param idPortenIssuer = 'https://test.idporten.no'
param serviceOwnersUri = 'https://altinncdn.no/orgs/altinn-orgs.json'
param throughput = {
  shared: 1000
  events: 4000
  deliveries: 4000
  rest: 1000
}
param zoneRedundant = false
param alwaysReadyInstances = 1
param networkRange = '10.46.0.0/20'
param privateNetworking = false
param deletionLocks = true
param logRetentionDays = 60
param dailyLogCapGb = 5
param logDatabaseRequests = false
// Addresses that pipelines of their own publish from, separated by commas; the others need none.
param publisherRanges = filter(split(readEnvironmentVariable('PUBLISHER_RANGES', ''), ','), item => !empty(item))
// Without a default: a forgotten variable must not take the alerts away. Empty is a choice.
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
