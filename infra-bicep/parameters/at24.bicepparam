using '../main.bicep'

param environment = 'at24'
param platformServicesUri = 'https://platform.at24.altinn.cloud/'
param appsDomain = 'apps.at24.altinn.cloud'
param maskinportenIssuer = 'https://test.maskinporten.no/'
param idPortenIssuer = 'https://test.idporten.no'
param serviceOwnersUri = 'https://altinncdn.no/orgs/altinn-orgs.json'
param throughput = {
  shared: 1000
  events: 1000
  deliveries: 1000
  rest: 1000
}
param zoneRedundant = false
param alwaysReadyInstances = 0
param networkRange = '10.44.0.0/20'
param privateNetworking = false
param deletionLocks = false
param logRetentionDays = 30
param dailyLogCapGb = 1
param logDatabaseRequests = true
// Addresses that pipelines of their own publish from, separated by commas; the others need none.
param publisherRanges = filter(split(readEnvironmentVariable('PUBLISHER_RANGES', ''), ','), item => !empty(item))
// Without a default: a forgotten variable must not take the alerts away. Empty is a choice.
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
