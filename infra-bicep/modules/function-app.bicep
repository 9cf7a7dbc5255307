// One function app on a Flex Consumption plan of its own, so that each scales by itself.
param name string
param location string
param tags object
param identityId string
param identityClientId string
param principalId string
param storageName string

@description('Where packages are uploaded to, as an address.')
param deploymentContainer string

param telemetryConnection string
param telemetryName string
param maximumInstances int
param alwaysReadyInstances int

@description('What is kept running: groups of triggers, or single functions, which scale by themselves.')
param alwaysReadyGroups string[]

param zoneRedundant bool

@description('Subnet to call out from; none when empty.')
param subnetId string

param workspaceId string

@description('Settings of the app itself, by name.')
param settings object

// The JVM of the worker: a collector without the stalls that the worker's loggers cause under G1, and
// UTF-8 whatever the image's locale is. Where instances live long, the second compiler pays off.
var javaOptions = join(
  union(
    ['-XX:+UseSerialGC', '-Xmn16m', '-Dfile.encoding=UTF-8'],
    alwaysReadyInstances > 0 ? ['-XX:TieredStopAtLevel=4'] : []
  ),
  ' '
)

var hostSettings = {
  AzureWebJobsStorage__accountName: storageName
  AzureWebJobsStorage__credential: 'managedidentity'
  AzureWebJobsStorage__clientId: identityClientId
  APPLICATIONINSIGHTS_CONNECTION_STRING: telemetryConnection
  APPLICATIONINSIGHTS_AUTHENTICATION_STRING: 'ClientId=${identityClientId};Authorization=AAD'
  // Turns on the agent in the worker, which exports what the OpenTelemetry API is told.
  APPLICATIONINSIGHTS_ENABLE_AGENT: 'true'
  // The host takes each line from the worker's console. The agent would send it once more.
  APPLICATIONINSIGHTS_INSTRUMENTATION_LOGGING_LEVEL: 'OFF'
  // The identity that the SDKs' clients take.
  AZURE_CLIENT_ID: identityClientId
  // Which of the two is read depends on the plan; the options are the same.
  JAVA_OPTS: javaOptions
  // Stays even where the other one is read: because of it the host gives up the JVM that it has waiting
  // for just any app, and starts one with these settings. The agent in the waiting one would never learn
  // them where the host's storage is reached by identity (microsoft/ApplicationInsights-Java#4712).
  languageWorkers__java__arguments: javaOptions
}

var metricsPublisher = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')

resource telemetry 'Microsoft.Insights/components@2020-02-02' existing = {
  name: telemetryName
}

resource telemetryWriter 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(telemetry.id, principalId, metricsPublisher)
  scope: telemetry
  properties: {
    roleDefinitionId: metricsPublisher
    principalId: principalId
    principalType: 'ServicePrincipal'
  }
}

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp'
  sku: {
    tier: 'FlexConsumption'
    name: 'FC1'
  }
  properties: {
    reserved: true
    zoneRedundant: zoneRedundant
  }
}

resource app 'Microsoft.Web/sites@2024-11-01' = {
  name: name
  location: location
  tags: tags
  kind: 'functionapp,linux'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identityId}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    keyVaultReferenceIdentity: identityId
    virtualNetworkSubnetId: empty(subnetId) ? null : subnetId
    siteConfig: {
      minTlsVersion: '1.2'
      http20Enabled: true
    }
    functionAppConfig: {
      deployment: {
        storage: {
          type: 'blobContainer'
          value: deploymentContainer
          authentication: {
            type: 'UserAssignedIdentity'
            userAssignedIdentityResourceId: identityId
          }
        }
      }
      runtime: {
        name: 'java'
        version: '17'
      }
      scaleAndConcurrency: {
        maximumInstanceCount: maximumInstances
        instanceMemoryMB: 2048
        alwaysReady: alwaysReadyInstances == 0
          ? []
          : map(alwaysReadyGroups, group => { name: group, instanceCount: alwaysReadyInstances })
      }
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(hostSettings, settings)
}

resource publishing 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = [for kind in ['ftp', 'scm']: {
  parent: app
  name: kind
  properties: {
    allow: false
  }
}]

resource logs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: app
  properties: {
    workspaceId: workspaceId
    // No logs: the host writes each line into the workspace by way of Application Insights, together with
    // the request that it belongs to. FunctionAppLogs has the same lines, and the bill twice.
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

output id string = app.id
output name string = app.name
output host string = app.properties.defaultHostName
