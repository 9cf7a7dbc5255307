// The network that every site calls out from, with a subnet for each. A deployment removes every
// subnet that is not declared here, and fails where one of them is in use.
param name string
param location string
param tags object

@description('Addresses of the network. Each subnet takes 256 of them, in the order below.')
param addressRange string

@description('Keep the outgoing addresses when a zone fails.')
param zoneRedundant bool

@description('Length of the prefix of the outgoing addresses: 31 for 2 of them, 28 for 16. Each lets 64 512 connections to one address and port be open at once. Another length makes other addresses.')
@minValue(28)
@maxValue(31)
param outgoingPrefixLength int

// The order is that of the addresses: a subnet keeps its place, and a new one comes last.
var subnets = [
  { name: 'endpoints', delegations: [], serviceEndpoint: '', callsOut: false, rules: [fromSubnetsOnly] }
  { name: 'events', delegations: flexConsumption, serviceEndpoint: '', callsOut: true, rules: [notToOperators] }
  { name: 'authentication', delegations: flexConsumption, serviceEndpoint: '', callsOut: true, rules: [notToOperators] }
  // For a machine from which operators reach what has no other address. It needs no open port:
  // Azure Bastion and tunnels come from inside the network.
  { name: 'operators', delegations: [], serviceEndpoint: '', callsOut: true, rules: [] }
  { name: 'worker', delegations: flexConsumption, serviceEndpoint: '', callsOut: true, rules: [notToOperators] }
  { name: 'rest', delegations: flexConsumption, serviceEndpoint: '', callsOut: true, rules: [notToOperators] }
  // The service endpoint tells the sites which subnet a request comes from.
  { name: 'gateway', delegations: webSites, serviceEndpoint: 'Microsoft.Web', callsOut: true, rules: [notToOperators] }
]

// Azure refuses another name of a delegation that is in use.
var flexConsumption = [{ name: 'flex-consumption', properties: { serviceName: 'Microsoft.App/environments' } }]
var webSites = [{ name: 'site', properties: { serviceName: 'Microsoft.Web/serverFarms' } }]
var operatorsRange = cidrSubnet(addressRange, 24, 3)

// Connections from elsewhere are refused by the rules that every group has; these say it in the open.
var notFromInternet = {
  name: 'not-from-internet'
  properties: {
    priority: 4000
    direction: 'Inbound'
    access: 'Deny'
    protocol: '*'
    sourceAddressPrefix: 'Internet'
    sourcePortRange: '*'
    destinationAddressPrefix: '*'
    destinationPortRange: '*'
  }
}

// Peered networks are VirtualNetwork too; they need neither the database nor the vaults.
var fromSubnetsOnly = {
  name: 'from-subnets-only'
  properties: {
    priority: 1000
    direction: 'Inbound'
    access: 'Allow'
    protocol: 'Tcp'
    sourceAddressPrefix: addressRange
    sourcePortRange: '*'
    destinationAddressPrefix: '*'
    destinationPortRange: '*'
  }
}

var notFromPeers = {
  name: 'not-from-peers'
  properties: {
    priority: 4001
    direction: 'Inbound'
    access: 'Deny'
    protocol: '*'
    sourceAddressPrefix: 'VirtualNetwork'
    sourcePortRange: '*'
    destinationAddressPrefix: '*'
    destinationPortRange: '*'
  }
}

// Addresses of receivers come from outside. The code refuses inner addresses, and so does this rule.
var notToOperators = {
  name: 'not-to-operators'
  properties: {
    priority: 1000
    direction: 'Outbound'
    access: 'Deny'
    protocol: '*'
    sourceAddressPrefix: '*'
    sourcePortRange: '*'
    destinationAddressPrefix: operatorsRange
    destinationPortRange: '*'
  }
}

resource addresses 'Microsoft.Network/publicIPPrefixes@2024-07-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: 'Standard'
    tier: 'Regional'
  }
  zones: zoneRedundant ? ['1', '2', '3'] : null
  properties: {
    prefixLength: outgoingPrefixLength
    publicIPAddressVersion: 'IPv4'
  }
}

// Without zones Azure puts it into one of its choice: the newer kind that spans zones cannot be
// joined to subnets that are delegated to sites.
resource outgoing 'Microsoft.Network/natGateways@2024-07-01' = {
  name: name
  location: location
  tags: tags
  sku: {
    name: 'Standard'
  }
  properties: {
    idleTimeoutInMinutes: 4
    publicIpPrefixes: [
      {
        id: addresses.id
      }
    ]
  }
}

resource securityGroup 'Microsoft.Network/networkSecurityGroups@2024-07-01' = [for subnet in subnets: {
  name: '${name}-${subnet.name}'
  location: location
  tags: tags
  properties: {
    securityRules: concat(subnet.rules, [notFromInternet], subnet.name == 'endpoints' ? [notFromPeers] : [])
  }
}]

resource network 'Microsoft.Network/virtualNetworks@2024-07-01' = {
  name: name
  location: location
  tags: tags
  properties: {
    addressSpace: {
      addressPrefixes: [addressRange]
    }
    subnets: [for (subnet, i) in subnets: {
      name: subnet.name
      properties: {
        addressPrefix: cidrSubnet(addressRange, 24, i)
        // Otherwise security groups do not count for private endpoints.
        privateEndpointNetworkPolicies: 'Enabled'
        defaultOutboundAccess: false
        networkSecurityGroup: {
          id: securityGroup[i].id
        }
        natGateway: subnet.callsOut ? { id: outgoing.id } : null
        delegations: subnet.delegations
        serviceEndpoints: empty(subnet.serviceEndpoint)
          ? []
          : [{ service: subnet.serviceEndpoint, locations: ['*'] }]
      }
    }]
  }
}

output networkId string = network.id
output endpointSubnetId string = '${network.id}/subnets/endpoints'
output eventsApiSubnetId string = '${network.id}/subnets/events'
output eventsWorkerSubnetId string = '${network.id}/subnets/worker'
output authenticationSubnetId string = '${network.id}/subnets/authentication'
output restSubnetId string = '${network.id}/subnets/rest'
output gatewaySubnetId string = '${network.id}/subnets/gateway'
@description('The addresses that the sites call from: receivers of webhooks allow them.')
output outgoingRange string = addresses.properties.ipPrefix
