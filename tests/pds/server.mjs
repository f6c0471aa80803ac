// A real Personal Data Server on loopback with one account. Prints one line of JSON when it is ready, and
// ends when its standard input does.
import { TestNetworkNoAppView } from '@atproto/dev-env'

const network = await TestNetworkNoAppView.create({})
const agent = network.pds.getClient()
const account = { handle: 'kotauji.test', email: 'uji@uji.example', password: 'sandi-uji' }
const { data } = await agent.com.atproto.server.createAccount(account)

process.stdout.write(
  JSON.stringify({
    url: network.pds.url,
    handle: account.handle,
    did: data.did,
    password: account.password,
  }) + '\n',
)

process.stdin.resume()
process.stdin.on('end', async () => {
  await network.close()
  process.exit(0)
})
