using '../main.bicep'

param environment = 'prod'
param platformServicesUri = 'https://platform.altinn.no/'
param appsDomain = 'apps.altinn.no'
param maskinportenIssuer = 'https://maskinporten.no/'
param idPortenIssuer = 'https://idporten.no'
param serviceOwnersUri = 'https://altinncdn.no/orgs/altinn-orgs.json'
param throughput = {
  shared: 4000
  events: 20000
  deliveries: 20000
  rest: 4000
}
param zoneRedundant = true
param alwaysReadyInstances = 2
param networkRange = '10.40.0.0/16'
param privateNetworking = true
param deletionLocks = true
param logRetentionDays = 90
param dailyLogCapGb = 50
param logDatabaseRequests = false
// Addresses that pipelines of their own publish from, separated by commas; the others need none.
param publisherRanges = filter(split(readEnvironmentVariable('PUBLISHER_RANGES', ''), ','), item => !empty(item))
// Without a default: a forgotten variable must not take the alerts away. Empty is a choice.
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
