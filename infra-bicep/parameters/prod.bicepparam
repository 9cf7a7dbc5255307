using '../main.bicep'

param environment = 'prod'
param platformBaseUri = 'https://platform.altinn.no/'
param appsDomain = 'apps.altinn.no'
param maskinportenIssuer = 'https://maskinporten.no/'
param idPortenIssuer = 'https://idporten.no'
param serviceOwnersUri = 'https://altinncdn.no/orgs/altinn-orgs.json'
param cosmosMaxThroughput = 20000
param zoneRedundant = true
param alwaysReadyInstances = 2
param logRetentionDays = 90
param privateNetworking = true
// Without a default: who forgets it must not take everybody's alerts away. Empty is a choice.
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
