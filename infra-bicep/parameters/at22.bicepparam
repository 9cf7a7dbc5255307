using '../main.bicep'

param environment = 'at22'
param platformBaseUri = 'https://platform.at22.altinn.cloud/'
param appsDomain = 'apps.at22.altinn.cloud'
param maskinportenIssuer = 'https://test.maskinporten.no/'
param idPortenIssuer = 'https://test.idporten.no'
param serviceOwnersUri = 'https://altinncdn.no/orgs/altinn-orgs.json'
param cosmosMaxThroughput = 1000
param zoneRedundant = false
param alwaysReadyInstances = 0
param logRetentionDays = 30
param privateNetworking = false
// Without a default: who forgets it must not take everybody's alerts away. Empty is a choice.
param alertEmail = readEnvironmentVariable('ALERT_EMAIL')
