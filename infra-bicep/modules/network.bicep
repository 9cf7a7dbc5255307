// A network for private endpoints, with one subnet for each app to call out from.
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
    ]
  }
}

output networkId string = network.id
output endpointSubnetId string = '${network.id}/subnets/endpoints'
output eventsSubnetId string = '${network.id}/subnets/events'
output authenticationSubnetId string = '${network.id}/subnets/authentication'
