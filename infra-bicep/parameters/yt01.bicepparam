using '../main.bicep'

param environment = 'yt01'
param platformServicesUri = 'https://platform.yt01.altinn.cloud/'
param appsDomain = 'apps.yt01.altinn.cloud'
param maskinportenIssuer = 'https://test.maskinporten.no/'
param idPortenIssuer = 'https://test.idporten.no'
param serviceOwnersUri = 'https://altinncdn.no/orgs/altinn-orgs.json'
param throughput = {
  shared: 4000
  events: 20000
  deliveries: 20000
  rest: 4000
}
param zoneRedundant = true
param alwaysReadyInstances = 2
param networkRange = '10.45.0.0/20'
param privateNetworking = true
param deletionLocks = false
param logRetentionDays = 30
param dailyLogCapGb = 20
param logDatabaseRequests = false
// Addresses that pipelines of their own publish from, separated by commas; the others need none.
param publisherRanges = filter(split(readEnvironmentVariable('PUBLISHER_RANGES', ''), ','), item => !empty(item))
// Without a default: a forgotten variable must not take the alerts away. Empty is a choice.
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
