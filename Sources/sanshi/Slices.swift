import Connect
import Exchange
import Intake
import Matters
import Mechanism
import Open311
import People
import Public
import Registers
import Web
import WorkOrders

/// All capabilities, from the inside out. A new one is a folder, a line in Package.swift, and a line here.
let allSlices: [Slice] = [
  people, mechanism, matters(catalogues), intake(catalogues), registers(catalogues), workOrders(catalogues),
  publicSlice,
  connect, open311, exchange(catalogues),
]
