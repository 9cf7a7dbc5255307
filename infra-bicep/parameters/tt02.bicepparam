using '../main.bicep'

param environment = 'tt02'
param platformBaseUri = 'https://platform.tt02.altinn.no/'
param appsDomain = 'apps.tt02.altinn.no'
param maskinportenIssuer = 'https://test.maskinporten.no/'
param idPortenIssuer = 'https://test.idporten.no'
param serviceOwnersUri = 'https://altinncdn.no/orgs/altinn-orgs.json'
param cosmosMaxThroughput = 4000
param zoneRedundant = false
param alwaysReadyInstances = 1
param logRetentionDays = 60
param privateNetworking = false
// Without a default: who forgets it must not take everybody's alerts away. Empty is a choice.
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
