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

@description('Instances of each group at most. HTTP functions, Event Grid\'s among them, are one group; every other function is a group of its own. All groups of all apps of a subscription share the region\'s quota: 250 instances of 2 048 MB by default.')
@minValue(40)
@maxValue(1000)
param maximumInstances int

@description('Instances that always run: {name, instanceCount}, where the name is a group, such as `http`, or `function:` and the name of a function that no group takes in.')
param alwaysReady object[]

@description('HTTP requests that an instance gets at once, Event Grid\'s calls among them; more of them start more instances.')
@minValue(1)
@maxValue(1000)
param httpConcurrency int

param zoneRedundant bool

@description('Subnet to call out from.')
param subnetId string

@description('Callers that are let in: {name, ipAddress}, {name, ipAddress, tag: \'ServiceTag\'} or {name, vnetSubnetResourceId}. All others are refused.')
param callers object[]

@description('Address ranges from which code may be published. Publishing takes a role too.')
param publisherRanges string[]

@description('Functions of the package that do not run here.')
param disabledFunctions string[] = []

param workspaceId string

@description('Settings of the app itself, by name.')
param settings object

// The JVM of the worker: a collector without the stalls that the worker's loggers cause under G1, half
// of the instance's memory (the host and the JVM's own needs take the rest), an end instead of a limp
// where it runs out, and UTF-8 whatever the image's locale is. Where instances live long, the second
// compiler pays off.
var javaOptions = join(
  concat(
    ['-XX:+UseSerialGC', '-Xmn16m', '-XX:MaxRAMPercentage=50.0', '-XX:+ExitOnOutOfMemoryError', '-Dfile.encoding=UTF-8'],
    empty(alwaysReady) ? [] : ['-XX:TieredStopAtLevel=4']
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

// The form that Azure's reference names for every plan. The host reads it with underscores for dots
// too, which it may have become on its way into a Linux process.
var disabling = toObject(disabledFunctions, item => 'AzureWebJobs.${item}.Disabled', item => 'true')

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
  // By this tag the Azure Developer CLI finds the site of a service in azure.yaml: the module has the service's name.
  tags: union(tags, { 'azd-service-name': deployment().name })
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
    virtualNetworkSubnetId: subnetId
    // Event Grid calls from the internet, and so does the gateway where it has no subnet here. The
    // restrictions below count for this address alone.
    publicNetworkAccess: 'Enabled'
    siteConfig: {
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      http20Enabled: true
      ipSecurityRestrictions: map(range(0, length(callers)), i => union(callers[i], { action: 'Allow', priority: 100 + i }))
      ipSecurityRestrictionsDefaultAction: 'Deny'
      scmIpSecurityRestrictions: map(range(0, length(publisherRanges)), i => {
        name: 'publisher-${i + 1}'
        ipAddress: publisherRanges[i]
        action: 'Allow'
        priority: 100 + i
      })
      scmIpSecurityRestrictionsDefaultAction: 'Deny'
      scmIpSecurityRestrictionsUseMain: false
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
        alwaysReady: alwaysReady
        triggers: {
          http: {
            perInstanceConcurrency: httpConcurrency
          }
        }
      }
    }
  }
}

resource appSettings 'Microsoft.Web/sites/config@2024-11-01' = {
  parent: app
  name: 'appsettings'
  properties: union(hostSettings, disabling, settings)
}

// Not in a loop: the compiler checks what has a name that it knows.
resource noPasswordForFtp 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noPasswordForPackages 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = {
  parent: app
  name: 'scm'
  properties: {
    allow: false
  }
}

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
