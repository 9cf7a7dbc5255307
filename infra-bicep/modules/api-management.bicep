// The gateway: the only way from outside to the apps. It publishes what is for everybody, keeps what is
// for the platform alone closed, and does for the REST app what a function cannot (docs/rest/front.md).
@description('Part of the address https://{name}.azure-api.net, so no other service in Azure may have it.')
@minLength(1)
@maxLength(50)
param name string

param location string
param tags object

@description('Tier. Both can call out by way of a virtual network, which no smaller tier can.')
@allowed(['StandardV2', 'PremiumV2'])
param sku string = 'StandardV2'

@description('Units that share the load.')
@minValue(1)
@maxValue(10)
param capacity int = 1

@description('Name in mails of the service itself.')
@minLength(1)
@maxLength(100)
param publisherName string

@description('Receiver of mails of the service itself, such as those about its certificate.')
@minLength(1)
@maxLength(100)
param publisherEmail string

@description('Subnet to call the apps and the blobs of files from, delegated to Microsoft.Web/serverFarms and of no other use, /27 or larger, with a network security group; none when empty.')
param subnetId string = ''

@description('Hosts of the apps, without a scheme.')
param hosts { events: string, authentication: string, rest: string }

@description('Calls that one caller may make in the seconds: one with a token that an app has accepted, and one address without.')
param rateLimit { seconds: int, callsOfToken: int, callsOfAddress: int } = {
  seconds: 10
  callsOfToken: 2000
  callsOfAddress: 1000
}

@description('Name of the component that gets telemetry.')
param telemetryName string

@description('Connection string of that component.')
param telemetryConnection string

@description('How many of a hundred requests are logged; errors always are.')
@minValue(0)
@maxValue(100)
param telemetryPercentage int = 10

@description('Workspace that gets metrics.')
param workspaceId string

@description('Name that clients call instead of the gateway\'s own, such as platform.example.no. Empty for the first deployment: the gateway\'s identity must be let into the vault before.')
param customHostname string = ''

@description('Address of the certificate\'s secret in a key vault, without a version. Needed with customHostname.')
param certificateUri string = ''

@description('Ask clients for certificates. Without authorities that count, a certificate is of no use.')
param clientCertificates bool = false

resource service 'Microsoft.ApiManagement/service@2024-05-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: sku
    capacity: capacity
  }
  // The service's own, since no other identity reaches a vault behind a firewall.
  identity: {
    type: 'SystemAssigned'
  }
  properties: {
    publisherName: publisherName
    publisherEmail: publisherEmail
    virtualNetworkType: empty(subnetId) ? 'None' : 'External'
    virtualNetworkConfiguration: empty(subnetId) ? null : { subnetResourceId: subnetId }
    developerPortalStatus: 'Disabled'
    // Asks clients for a certificate where a policy reads it, which is the REST API's alone.
    enableClientCertificate: clientCertificates
    hostnameConfigurations: empty(customHostname)
      ? []
      : [
          {
            type: 'Proxy'
            hostName: customHostname
            certificateSource: 'KeyVault'
            keyVaultId: certificateUri
            negotiateClientCertificate: clientCertificates
            defaultSslBinding: true
          }
        ]
    customProperties: {
      'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls10': 'False'
      'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Protocols.Tls11': 'False'
      'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Tls10': 'False'
      'Microsoft.WindowsAzure.ApiManagement.Gateway.Security.Backend.Protocols.Tls11': 'False'
      // Answers of the REST API have phrases, and HTTP/2 has none.
      'Microsoft.WindowsAzure.ApiManagement.Gateway.Protocols.Server.Http2': 'False'
    }
  }
}

// Telemetry is written with the service's identity, since the component takes no key.
var metricsPublisher = subscriptionResourceId('Microsoft.Authorization/roleDefinitions', '3913510d-42f4-4e42-8a64-420c390055eb')

resource telemetry 'Microsoft.Insights/components@2020-02-02' existing = {
  name: telemetryName
}

resource telemetryWriter 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(telemetry.id, name, metricsPublisher)
  scope: telemetry
  properties: {
    roleDefinitionId: metricsPublisher
    principalId: service.identity.principalId
    principalType: 'ServicePrincipal'
  }
}

resource logger 'Microsoft.ApiManagement/service/loggers@2024-05-01' = {
  parent: service
  name: 'telemetry'
  dependsOn: [telemetryWriter]
  properties: {
    loggerType: 'applicationInsights'
    resourceId: telemetry.id
    credentials: {
      connectionString: telemetryConnection
      identityClientId: 'SystemAssigned'
    }
  }
}

// Requests by their operations: no header, no body, no parameter of a query, no client's address.
resource diagnostics 'Microsoft.ApiManagement/service/diagnostics@2024-05-01' = {
  parent: service
  name: 'applicationinsights'
  properties: {
    loggerId: logger.id
    alwaysLog: 'allErrors'
    sampling: {
      samplingType: 'fixed'
      percentage: telemetryPercentage
    }
    httpCorrelationProtocol: 'W3C'
    logClientIp: false
    metrics: true
    operationNameFormat: 'Name'
    verbosity: 'error'
    frontend: {
      request: nothing
      response: nothing
    }
    backend: {
      request: nothing
      response: nothing
    }
  }
}

var nothing = {
  headers: []
  body: {
    bytes: 0
  }
  dataMasking: {
    queryParams: [
      {
        value: '*'
        mode: 'Hide'
      }
    ]
    headers: [
      {
        value: '*'
        mode: 'Hide'
      }
    ]
  }
}

resource metrics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-workspace'
  scope: service
  properties: {
    workspaceId: workspaceId
    // Without the gateway's log of requests: it has whole addresses, whose queries may name persons.
    metrics: [
      {
        category: 'AllMetrics'
        enabled: true
      }
    ]
  }
}

module apis 'api-management-apis.bicep' = {
  name: 'gateway-apis'
  params: {
    serviceName: service.name
    hosts: hosts
    rateLimit: rateLimit
  }
}

output id string = service.id
output name string = service.name
output host string = empty(customHostname) ? '${name}.azure-api.net' : customHostname
output principalId string = service.identity.principalId
