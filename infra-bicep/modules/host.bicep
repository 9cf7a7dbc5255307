// What a site's host needs before there is the site: an identity, and a storage account for its package
// and leases. Each host has an account of its own: in a common account hosts with similar names would
// share leases.
param name string

@description('Name of the storage account.')
param storageName string

param location string
param tags object
param zoneRedundant bool
param isPublic bool
param workspaceId string

var packages = 'packages'

module identity 'identity.bicep' = {
  name: '${name}-identity'
  params: {
    name: name
    location: location
    tags: tags
  }
}

module storage 'storage.bicep' = {
  name: '${name}-storage'
  params: {
    name: storageName
    location: location
    tags: tags
    zoneRedundant: zoneRedundant
    containers: [packages]
    grants: [
      // The host keeps leases and keys in blobs and needs to make containers for them.
      { principalId: identity.outputs.principalId, role: 'blobOwner' }
      // The host writes what it finds wrong with itself into a table.
      { principalId: identity.outputs.principalId, role: 'tableContributor' }
    ]
    isPublic: isPublic
    workspaceId: workspaceId
  }
}

output identityId string = identity.outputs.id
output clientId string = identity.outputs.clientId
output principalId string = identity.outputs.principalId
output storageId string = storage.outputs.id
output storageName string = storage.outputs.name
output deploymentContainer string = '${storage.outputs.blobEndpoint}${packages}'
