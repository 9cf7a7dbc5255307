// Everything the event service runs on in one environment: one deployment into one resource group.
// The code is published afterwards, and after it event-subscription.bicep: docs/deploy.md.
targetScope = 'resourceGroup'

@description('Short name of the environment; part of every resource name.')
@allowed(['at22', 'tt02', 'prod'])
param environment string

@description('Where everything is. The plan must be offered there (Flex Consumption).')
param location string = resourceGroup().location

@description('Scheme and host that clients reach the platform at, with a slash at the end.')
param platformBaseUri string

@description('Domain below which apps are served, such as apps.altinn.no.')
param appsDomain string

@description('Subscriptions that one caller may have at most.')
@minValue(1)
@maxValue(1000000)
param maxSubscriptions int = 10000

@description('For how long a policy decision is used again, from PT0S to PT5M; a right that is given or taken counts after that time at the latest. Empty: five minutes.')
param decisionsRememberedFor string = ''

@description('Waits before a push that failed is tried again, such as PT10S,PT1M,PT1H: 1 to 11 of them, from PT1S to PT24H. Empty: twelve attempts in a day and a half.')
param retrySchedule string = ''

@description('Discovery of the tokens that are accepted, with a slash at the end; also what the authentication app issues as.')
param openIdBaseUri string = '${platformBaseUri}authentication/api/v1/openid/'

@description('Issuers that are accepted, separated by commas.')
param issuers string = openIdBaseUri

@description('Issuer of Maskinporten\'s tokens.')
param maskinportenIssuer string

@description('Issuer of ID-porten\'s tokens.')
param idPortenIssuer string

@description('The portal\'s public client at ID-porten, with the redirect address {platformBaseUri}events/portal. Empty: persons cannot log in to the portal there.')
param portalClientId string = ''

@description('Where the list of service owners is.')
param serviceOwnersUri string

@description('Scopes of partners, such as digdir:dialogporten, with which persons\' tokens from ID-porten are exchanged as with one of Altinn\'s, separated by commas.')
param partnerScopes string = ''

@description('Issuers whose platform access tokens open the private endpoints, separated by commas.')
param accessTokenIssuers string = 'platform'

@description('Name of the secret, in the key vault of either app, that holds the key of the platform\'s gateway.')
param subscriptionKeySecret string = 'platform-subscription-key'

@description('Throughput that the database may scale up to, in request units a second; it falls to a tenth of that.')
@minValue(1000)
param cosmosMaxThroughput int

@description('Name of the database account; one of its own when empty. Another one is named to put a restored account in its place.')
param cosmosAccountName string = ''

@description('Keep copies in three zones.')
param zoneRedundant bool

@description('Instances that are always running of whatever answers requests, relays and delivers; 0 lets all scale to nothing.')
param alwaysReadyInstances int

@description('How many instances of each app there may be at most.')
@minValue(40)
@maxValue(1000)
param maximumInstances int = 100

@description('Days that logs are kept.')
param logRetentionDays int = 90

@description('Who is told when an alert fires; nobody when empty.')
param alertEmail string = ''

@description('Keep storage, database, topic and key vaults off the internet, reached through private endpoints only.')
param privateNetworking bool = false

@description('Name of an API Management service in this resource group to publish the APIs in; none when empty.')
param apiManagementName string = ''

var name = 'altinn-events-${environment}'
// What is in a name that nobody else in Azure may have. It stays the same for a resource group.
var unique = take(uniqueString(resourceGroup().id), 8)
// Made with the vault of the Events app.
var webhookKey = 'webhook-key'
// For storage accounts and key vaults: 24 characters at most, and no hyphens in the former.
var compactName = 'altev${environment}${unique}'
var tags = {
  application: 'altinn-events'
  environment: environment
}

module monitoring 'modules/monitoring.bicep' = {
  name: 'monitoring'
  params: {
    name: name
    location: location
    tags: tags
    retentionDays: logRetentionDays
  }
}

module network 'modules/network.bicep' = if (privateNetworking) {
  name: 'network'
  params: {
    name: name
    location: location
    tags: tags
  }
}

module eventsIdentity 'modules/identity.bicep' = {
  name: 'events-identity'
  params: {
    name: '${name}-events'
    location: location
    tags: tags
  }
}

module authenticationIdentity 'modules/identity.bicep' = {
  name: 'authentication-identity'
  params: {
    name: '${name}-authentication'
    location: location
    tags: tags
  }
}

module topicIdentity 'modules/identity.bicep' = {
  name: 'topic-identity'
  params: {
    name: '${name}-topic'
    location: location
    tags: tags
  }
}

module eventsStorage 'modules/storage.bicep' = {
  name: 'events-storage'
  params: {
    name: '${compactName}e'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    appPrincipalId: eventsIdentity.outputs.principalId
    queues: ['deliveries', 'deliveries-poison', 'relays', 'relays-poison', 'validations', 'validations-poison', 'probes', 'probes-poison', 'jobs', 'jobs-poison']
    deadLetterContainer: 'undelivered'
    deadLetterPrincipalId: topicIdentity.outputs.principalId
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module authenticationStorage 'modules/storage.bicep' = {
  name: 'authentication-storage'
  params: {
    name: '${compactName}a'
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    appPrincipalId: authenticationIdentity.outputs.principalId
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module cosmos 'modules/cosmos.bicep' = {
  name: 'cosmos'
  params: {
    name: empty(cosmosAccountName) ? '${name}-${unique}' : cosmosAccountName
    location: location
    tags: tags
    databaseName: 'events'
    maxThroughput: cosmosMaxThroughput
    zoneRedundant: zoneRedundant
    appPrincipalId: eventsIdentity.outputs.principalId
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module topic 'modules/topic.bicep' = {
  name: 'topic'
  params: {
    name: '${name}-${unique}'
    location: location
    tags: tags
    senderPrincipalId: eventsIdentity.outputs.principalId
    identityId: topicIdentity.outputs.id
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

// A vault for each app: who gets hold of the Events app must not get what Altinn's tokens are signed with.
module eventsVault 'modules/key-vault.bicep' = {
  name: 'events-vault'
  params: {
    name: '${compactName}e'
    location: location
    tags: tags
    readerPrincipalId: eventsIdentity.outputs.principalId
    wrappingKey: webhookKey
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module authenticationVault 'modules/key-vault.bicep' = {
  name: 'authentication-vault'
  params: {
    name: '${compactName}a'
    location: location
    tags: tags
    readerPrincipalId: authenticationIdentity.outputs.principalId
    isPublic: !privateNetworking
    workspaceId: monitoring.outputs.workspaceId
  }
}

module privateEndpoints 'modules/private-endpoints.bicep' = if (privateNetworking) {
  name: 'private-endpoints'
  params: {
    location: location
    tags: tags
    networkId: network!.outputs.networkId
    subnetId: network!.outputs.endpointSubnetId
    targets: [
      { name: '${name}-events-blob', resourceId: eventsStorage.outputs.id, group: 'blob', zone: 'privatelink.blob.${az.environment().suffixes.storage}' }
      { name: '${name}-events-queue', resourceId: eventsStorage.outputs.id, group: 'queue', zone: 'privatelink.queue.${az.environment().suffixes.storage}' }
      { name: '${name}-authentication-blob', resourceId: authenticationStorage.outputs.id, group: 'blob', zone: 'privatelink.blob.${az.environment().suffixes.storage}' }
      { name: '${cosmos.outputs.name}-cosmos', resourceId: cosmos.outputs.id, group: 'Sql', zone: 'privatelink.documents.azure.com' }
      { name: '${name}-topic', resourceId: topic.outputs.id, group: 'topic', zone: 'privatelink.eventgrid.azure.net' }
      { name: '${name}-events-vault', resourceId: eventsVault.outputs.id, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
      { name: '${name}-authentication-vault', resourceId: authenticationVault.outputs.id, group: 'vault', zone: 'privatelink.vaultcore.azure.net' }
    ]
    zones: [
      'privatelink.blob.${az.environment().suffixes.storage}'
      'privatelink.queue.${az.environment().suffixes.storage}'
      'privatelink.documents.azure.com'
      'privatelink.eventgrid.azure.net'
      'privatelink.vaultcore.azure.net'
    ]
  }
}

module eventsApp 'modules/function-app.bicep' = {
  name: 'events-app'
  // Settings that stand in the vault are read as soon as the app is there.
  dependsOn: [privateEndpoints]
  params: {
    name: '${name}-events-${unique}'
    location: location
    tags: tags
    identityId: eventsIdentity.outputs.id
    identityClientId: eventsIdentity.outputs.clientId
    storageName: eventsStorage.outputs.name
    deploymentContainer: eventsStorage.outputs.deploymentContainer
    telemetryConnection: monitoring.outputs.telemetryConnection
    telemetryName: monitoring.outputs.telemetryName
    principalId: eventsIdentity.outputs.principalId
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
    alwaysReadyGroups: ['http', 'function:RelayEvents', 'function:DeliverEvent']
    zoneRedundant: zoneRedundant
    subnetId: privateNetworking ? network!.outputs.eventsSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
    settings: {
      Events__Backend: 'azure'
      Events__BaseUri: platformBaseUri
      Events__AppsDomain: appsDomain
      Events__AllowInsecureEndpoints: 'false'
      Events__MaxSubscriptions: string(maxSubscriptions)
      Events__IdPortenClientId: portalClientId
      Events__RetrySchedule: retrySchedule
      Cosmos__accountEndpoint: cosmos.outputs.endpoint
      Cosmos__credential: 'managedidentity'
      Cosmos__clientId: eventsIdentity.outputs.clientId
      Cosmos__Database: cosmos.outputs.databaseName
      EventGrid__TopicEndpoint: topic.outputs.endpoint
      Queues__queueServiceUri: eventsStorage.outputs.queueEndpoint
      Queues__credential: 'managedidentity'
      Queues__clientId: eventsIdentity.outputs.clientId
      Platform__OpenIdBaseUri: openIdBaseUri
      Platform__Issuers: issuers
      Platform__AcceptMissingIssuer: 'false'
      Platform__RuntimeCookieName: 'AltinnStudioRuntime'
      Platform__AuthorizationBaseUri: '${platformBaseUri}authorization/api/v1/'
      Platform__DecisionsRememberedFor: decisionsRememberedFor
      Platform__RegisterBaseUri: '${platformBaseUri}register/api/'
      Platform__SubscriptionKey: '@Microsoft.KeyVault(SecretUri=${eventsVault.outputs.uri}secrets/${subscriptionKeySecret})'
      Platform__AccessTokenIssuers: accessTokenIssuers
      Authentication__IdPortenIssuer: idPortenIssuer
      KeyVault__Uri: eventsVault.outputs.uri
      KeyVault__CursorKey: 'cursor-key'
      KeyVault__WebhookKey: webhookKey
    }
  }
}

module authenticationApp 'modules/function-app.bicep' = {
  name: 'authentication-app'
  // Settings that stand in the vault are read as soon as the app is there.
  dependsOn: [privateEndpoints]
  params: {
    name: '${name}-authentication-${unique}'
    location: location
    tags: tags
    identityId: authenticationIdentity.outputs.id
    identityClientId: authenticationIdentity.outputs.clientId
    storageName: authenticationStorage.outputs.name
    deploymentContainer: authenticationStorage.outputs.deploymentContainer
    telemetryConnection: monitoring.outputs.telemetryConnection
    telemetryName: monitoring.outputs.telemetryName
    principalId: authenticationIdentity.outputs.principalId
    maximumInstances: maximumInstances
    alwaysReadyInstances: alwaysReadyInstances
    alwaysReadyGroups: ['http']
    zoneRedundant: zoneRedundant
    subnetId: privateNetworking ? network!.outputs.authenticationSubnetId : ''
    workspaceId: monitoring.outputs.workspaceId
    settings: {
      Events__BaseUri: platformBaseUri
      Platform__OpenIdBaseUri: openIdBaseUri
      Platform__ProfileBaseUri: '${platformBaseUri}profile/api/v1/'
      Platform__RuntimeCookieName: 'AltinnStudioRuntime'
      Platform__SubscriptionKey: '@Microsoft.KeyVault(SecretUri=${authenticationVault.outputs.uri}secrets/${subscriptionKeySecret})'
      Authentication__MaskinportenIssuer: maskinportenIssuer
      Authentication__IdPortenIssuer: idPortenIssuer
      Authentication__ServiceOwnersUri: serviceOwnersUri
      Authentication__PartnerScopes: partnerScopes
      KeyVault__Uri: authenticationVault.outputs.uri
    }
  }
}

module alerts 'modules/alerts.bicep' = {
  name: 'alerts'
  params: {
    name: name
    location: location
    tags: tags
    workspaceId: monitoring.outputs.workspaceId
    email: alertEmail
  }
}

module apiManagement 'modules/api-management.bicep' = if (!empty(apiManagementName)) {
  name: 'api-management'
  params: {
    serviceName: apiManagementName
    eventsHost: eventsApp.outputs.host
    authenticationHost: authenticationApp.outputs.host
  }
}

output eventsAppName string = eventsApp.outputs.name
output eventsHost string = eventsApp.outputs.host
output eventsVaultName string = eventsVault.outputs.name
output eventsStorageName string = eventsStorage.outputs.name
output authenticationAppName string = authenticationApp.outputs.name
output authenticationHost string = authenticationApp.outputs.host
output authenticationVaultName string = authenticationVault.outputs.name
output cosmosAccountName string = cosmos.outputs.name
output topicName string = topic.outputs.name
output topicIdentityName string = topicIdentity.outputs.name
