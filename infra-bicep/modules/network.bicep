// A network for private endpoints, with one subnet for each app to call out from. A deployment removes
// every subnet that is not declared here, and fails where one of them is in use.
param name string
param location string
param tags object

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: ['10.40.0.0/16']
    }
    subnets: [
      {
        name: 'endpoints'
        properties: {
          addressPrefix: '10.40.0.0/24'
          privateEndpointNetworkPolicies: 'Enabled'
        }
      }
      {
        name: 'events'
        properties: {
          addressPrefix: '10.40.1.0/24'
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      {
        name: 'authentication'
        properties: {
          addressPrefix: '10.40.2.0/24'
          delegations: [
            {
              name: 'flex-consumption'
              properties: {
                serviceName: 'Microsoft.App/environments'
              }
            }
          ]
        }
      }
      // For a machine from which operators reach what has no other address.
      {
        name: 'operators'
        properties: {
          addressPrefix: '10.40.3.0/24'
        }
      }
    ]
  }
}

output networkId string = network.id
output endpointSubnetId string = '${network.id}/subnets/endpoints'
output eventsSubnetId string = '${network.id}/subnets/events'
output authenticationSubnetId string = '${network.id}/subnets/authentication'
